package io.parley.channels.linkmobility;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderResponse;
import io.parley.channels.SendResult;
import io.parley.channels.wire.ErrorTable;
import io.parley.channels.wire.HttpAnswers;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.ProviderWords;
import io.parley.channels.wire.RetryAfter;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What LINK's answer to a send comes to (providers/link-mobility.md §4 and §10). A refusal with a
 * 4xx was not taken. Of the 5xx only those are sure not to have been taken that LINK itself
 * describes, and 503; a gateway in between knows nothing of what is behind it.
 */
final class LinkAnswer {

  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final int QUEUED = 1005;
  private static final int MAX_QUOTE = 200;

  private LinkAnswer() {}

  /** The answer of the account's API. */
  static SendResult read(
      ProviderResponse response, OutgoingMessage message, LinkSettings settings) {
    JsonNode body = JsonBody.read(response.body());
    if (response.status() / 100 != 2) {
      return refused(response, body, settings);
    }
    return switch (settings.variant()) {
      case COMMON ->
          response.status() == 204
              ? withoutId(message, settings)
              : common(new JsonFields(body), response);
      case MYLINK -> myLink(body, message);
    };
  }

  private static SendResult withoutId(OutgoingMessage message, LinkSettings settings) {
    return settings.ignoreResponse()
        ? new SendResult.Accepted(message.id().toString())
        : HttpAnswers.untilReported("LINK answered without a message id.");
  }

  private static SendResult common(JsonFields body, ProviderResponse response) {
    int code = LinkErrors.code(body, "resultCode");
    if (code < 0) {
      return HttpAnswers.untilReported("LINK answered without a result.");
    }
    if (code == QUEUED || !CommonReport.status(code).isFailure()) {
      String id = body.takeId("messageId");
      return id == null
          ? HttpAnswers.untilReported("LINK answered without a message id.")
          : new SendResult.Accepted(id);
    }
    return LinkErrors.TABLE.refusal(String.valueOf(code), RetryAfter.of(response));
  }

  private static SendResult myLink(JsonNode body, OutgoingMessage message) {
    String ours = message.id().toString();
    Optional<String> id =
        StreamSupport.stream(body.path("messages").spliterator(), false)
            .filter(taken -> ours.equals(taken.path("referenceId").asText(ours)))
            .map(taken -> JsonBody.text(taken.path("messageId")))
            .filter(taken -> taken != null && ID.matcher(taken).matches())
            .findFirst();
    return id.<SendResult>map(SendResult.Accepted::new)
        .orElseGet(() -> HttpAnswers.untilReported("LINK answered without a message id."));
  }

  private static SendResult refused(
      ProviderResponse response, JsonNode body, LinkSettings settings) {
    int status = response.status();
    String code = code(body, settings);
    if (status == 429) {
      return later(FailureCause.THROTTLED, "LINK had too many requests.", code, response);
    }
    if (code != null && mayBeTaken(code)) {
      return LinkErrors.TABLE.refusal(code, null);
    }
    if (status == 503 || (status / 100 == 5 && isLinks(body))) {
      return later(FailureCause.PROVIDER_FAILURE, "LINK had a failure.", code, response);
    }
    if (!HttpAnswers.isRefusal(status)) {
      return HttpAnswers.untilReported("LINK answered with HTTP " + status + ".");
    }
    if (code != null && LinkErrors.TABLE.entry(code).isPresent()) {
      return LinkErrors.TABLE.refusal(code, RetryAfter.of(response));
    }
    return new SendResult.Refused(byStatus(status, body, code));
  }

  private static DeliveryReason byStatus(int status, JsonNode body, @Nullable String code) {
    return switch (status) {
      case 401 ->
          new DeliveryReason(
              FailureCause.CREDENTIALS,
              "LINK refused the account's credentials. An administrator has to enter them again.",
              code);
      case 403 ->
          new DeliveryReason(
              FailureCause.CREDENTIALS,
              "LINK does not allow this account to send. An administrator has to ask LINK's"
                  + " support.",
              code);
      case 404 ->
          new DeliveryReason(
              FailureCause.CONFIGURATION,
              "LINK's API is not at the base URL of the account. An administrator has to correct"
                  + " it.",
              code);
      default ->
          new DeliveryReason(
              FailureCause.OTHER,
              "LINK refused the message with HTTP "
                  + status
                  + quote(body)
                  + ". Tell an"
                  + " administrator.",
              code);
    };
  }

  private static SendResult later(
      FailureCause cause, String what, @Nullable String code, ProviderResponse response) {
    return new SendResult.RetryLater(
        new DeliveryReason(cause, what + " The message will be tried again.", code),
        RetryAfter.of(response));
  }

  /** Whether LINK's own word is that it does not know, whatever the HTTP status is. */
  private static boolean mayBeTaken(String code) {
    return LinkErrors.TABLE
        .entry(code)
        .filter(entry -> entry.retry() instanceof ErrorTable.Retry.FindOut)
        .isPresent();
  }

  /** Whether the answer is LINK's own description of an error. */
  private static boolean isLinks(JsonNode body) {
    return body.hasNonNull("description") && (body.hasNonNull("status") || body.hasNonNull("code"));
  }

  private static @Nullable String code(JsonNode body, LinkSettings settings) {
    JsonFields fields = new JsonFields(body);
    int code =
        switch (settings.variant()) {
          case COMMON -> LinkErrors.code(fields, "status");
          case MYLINK -> LinkErrors.code(fields, "code");
        };
    if (code < 0) {
      return null;
    }
    return switch (settings.variant()) {
      case COMMON -> String.valueOf(code);
      case MYLINK -> LinkErrors.MYLINK + code;
    };
  }

  private static String quote(JsonNode body) {
    String said = JsonBody.text(body.path("description"));
    if (said == null) {
      said = JsonBody.text(body.path("message"));
    }
    return said == null ? "" : " (" + ProviderWords.shown(said, MAX_QUOTE) + ")";
  }
}
