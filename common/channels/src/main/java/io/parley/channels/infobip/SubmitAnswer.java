package io.parley.channels.infobip;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.ProviderResponse;
import io.parley.channels.wire.ErrorTable.Entry;
import io.parley.channels.wire.HttpAnswers;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.RetryAfter;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Infobip answered to a message (providers/infobip.md §2). HTTP 200 alone says nothing. */
sealed interface SubmitAnswer {

  /** It took the message, now or at an earlier attempt. */
  record Taken(String messageId) implements SubmitAnswer {}

  /** It took the call and refused the message. */
  record Rejected(MessageStatus status) implements SubmitAnswer {}

  /**
   * It refused the call.
   *
   * @param http the HTTP status
   */
  record Refused(int http, DeliveryReason reason) implements SubmitAnswer {}

  /** It had too many calls. */
  record Busy(DeliveryReason reason, @Nullable Duration after) implements SubmitAnswer {}

  /** Whether it took the message is not known. */
  record Unclear(DeliveryReason reason) implements SubmitAnswer {}

  /** Reads the answer about our message. */
  static SubmitAnswer read(ProviderResponse response, UUID messageId) {
    return Reader.read(response, messageId.toString());
  }

  /** How it is read. */
  final class Reader {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,40}");
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z0-9_.\\[\\]]{1,100}");

    private Reader() {}

    private static SubmitAnswer read(ProviderResponse response, String messageId) {
      int http = response.status();
      JsonNode body = JsonBody.read(response.body());
      if (http / 100 == 2) {
        return item(body.path("messages"), messageId)
            .map(item -> status(new JsonFields(item), messageId))
            .orElseGet(() -> unclear("Infobip's answer does not speak of the message."));
      }
      if (http == 429) {
        return new Busy(entry("E429").reason(), RetryAfter.of(response));
      }
      return HttpAnswers.isRefusal(http)
          ? new Refused(http, refusal(http, new JsonFields(body)))
          : unclear("Infobip answered with HTTP " + http + ".");
    }

    /** An item is ours by our id; a single one may lack it, since we gave the id ourselves. */
    private static Optional<JsonNode> item(JsonNode items, String messageId) {
      for (JsonNode item : items) {
        if (messageId.equalsIgnoreCase(JsonBody.text(item.path("messageId")))) {
          return Optional.of(item);
        }
      }
      boolean onlyOne = items.isArray() && items.size() == 1;
      return onlyOne && JsonBody.scalar(items.get(0).path("messageId")) == null
          ? Optional.of(items.get(0))
          : Optional.empty();
    }

    private static SubmitAnswer status(JsonFields item, String messageId) {
      MessageStatus status = MessageStatus.of(item);
      if (status.isDuplicate()) {
        return new Taken(messageId);
      }
      if (status.meaning().isEmpty()) {
        return unclear("Infobip gave the message a status that Parley does not know.");
      }
      return status.isFailure() ? new Rejected(status) : new Taken(messageId);
    }

    private static DeliveryReason refusal(int http, JsonFields body) {
      String code = body.peek("errorCode");
      if (code == null) {
        code = body.peek("requestError.serviceException.messageId");
      }
      Optional<Entry> known =
          Optional.ofNullable(code)
              .filter(given -> CODE.matcher(given).matches())
              .flatMap(InfobipErrors.TABLE::entry)
              .or(() -> InfobipErrors.TABLE.entry("E" + http));
      if (known.isEmpty()) {
        return new DeliveryReason(
            FailureCause.OTHER,
            "Infobip refused the message with HTTP " + http + ". Tell an administrator.",
            null);
      }
      String property = body.peek("violations.0.property");
      DeliveryReason reason = known.get().reason();
      return http == 400 && property != null && PROPERTY.matcher(property).matches()
          ? violation(property, reason)
          : reason;
    }

    private static DeliveryReason violation(String property, DeliveryReason otherwise) {
      String field = property.substring(property.lastIndexOf('.') + 1);
      return switch (field) {
        case "to" ->
            new DeliveryReason(
                FailureCause.RECIPIENT_INVALID,
                "Infobip does not accept the customer's number. Correct it.",
                otherwise.providerCode());
        case "text" ->
            new DeliveryReason(
                FailureCause.CONTENT_INVALID,
                "Infobip does not accept the text. Change it.",
                otherwise.providerCode());
        default ->
            new DeliveryReason(
                FailureCause.CONFIGURATION,
                "Infobip does not accept the field "
                    + property
                    + ". An administrator has to check the account and the channel address.",
                otherwise.providerCode());
      };
    }

    private static Entry entry(String code) {
      return InfobipErrors.TABLE.entry(code).orElseThrow();
    }

    private static Unclear unclear(String what) {
      return new Unclear(HttpAnswers.findingOut(what).reason());
    }
  }
}
