package io.parley.channels.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderResponse;
import io.parley.channels.SendResult;
import io.parley.channels.wire.HttpAnswers;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.MessageIds;
import io.parley.channels.wire.RetryAfter;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to a send comes to. A 202 says nothing yet: the recipient's own entry in it does
 * (providers/azure-communication-services.md §2 and §5).
 */
final class SendAnswer {

  private static final Pattern REFERENCE = Pattern.compile("[0-9A-Za-z+/=._:-]{1,100}");

  private static final String RECIPIENT_REFUSED =
      "Azure does not accept the customer's number. Correct it, or use another way.";

  /** What an answer says about the one recipient that we sent to. */
  private record Entry(int status, boolean successful, @Nullable String messageId, JsonNode json) {

    static Entry of(JsonNode json) {
      return new Entry(
          json.path("httpStatusCode").asInt(0),
          json.path("successful").asBoolean(json.path("httpStatusCode").asInt(0) == 202),
          MessageIds.theirs(JsonBody.text(json.path("messageId"))),
          json);
    }

    String error() {
      String message = JsonBody.text(json.path("errorMessage"));
      return message == null ? "" : message.toLowerCase(Locale.ROOT);
    }
  }

  private SendAnswer() {}

  /** What became of a message. */
  static SendResult read(ProviderResponse response, OutgoingMessage message, boolean byToken) {
    return response.status() / 100 == 2
        ? entry(response, message)
            .map(entry -> read(entry, response))
            .orElseGet(() -> unknown("Azure answered without a result.", response))
        : refusal(response, byToken);
  }

  /** Whether the answer says that the pair that makes a call repeatable was not accepted. */
  static boolean rejectsRepetition(ProviderResponse response, OutgoingMessage message) {
    return entry(response, message)
        .map(entry -> entry.json().path("repeatabilityResult").asText(""))
        .filter("rejected"::equalsIgnoreCase)
        .isPresent();
  }

  private static SendResult read(Entry entry, ProviderResponse response) {
    if (entry.successful() && entry.messageId() != null) {
      return new SendResult.Accepted(entry.messageId());
    }
    return switch (entry.status()) {
      case 429 -> throttled(null);
      case 503 ->
          new SendResult.RetryLater(
              new DeliveryReason(
                  FailureCause.PROVIDER_FAILURE,
                  "Azure could not take the message now. It will be tried again.",
                  null),
              null);
      case 401, 403 -> new SendResult.Refused(credentials(response));
      case 408, 409, 412 -> unknown("Azure did not finish the message.", response);
      default ->
          entry.status() / 100 == 4 && !entry.successful()
              ? refused(entry)
              : unknown("Azure's answer is not clear.", response);
    };
  }

  private static SendResult refused(Entry entry) {
    if (entry.error().contains("sender blocked for given recipient")) {
      return AzureErrors.TABLE.refusal("4007", null);
    }
    if (entry.error().contains("to phone number")) {
      return new SendResult.Refused(
          new DeliveryReason(FailureCause.RECIPIENT_INVALID, RECIPIENT_REFUSED, null));
    }
    return new SendResult.Refused(
        new DeliveryReason(
            FailureCause.OTHER,
            "Azure refused the message with status " + entry.status() + ". Tell an administrator.",
            null));
  }

  private static SendResult refusal(ProviderResponse response, boolean byToken) {
    int status = response.status();
    return switch (status) {
      case 401 ->
          // A token may have ended early; the next attempt gets a new one.
          byToken
              ? new SendResult.RetryLater(credentials(response), null)
              : new SendResult.Refused(credentials(response));
      case 403 -> new SendResult.Refused(credentials(response));
      // The last two are how such services refuse a repetition (OASIS Repeatable Requests).
      case 408, 409, 412 -> unknown("Azure did not finish the message.", response);
      case 429 -> throttled(RetryAfter.of(response));
      default ->
          status / 100 == 4
              ? new SendResult.Refused(malformed(response))
              : unknown("Azure answered with HTTP " + status + ".", response);
    };
  }

  private static DeliveryReason malformed(ProviderResponse response) {
    ErrorBody body = ErrorBody.read(response.body());
    if (response.status() == 404) {
      return new DeliveryReason(
          FailureCause.CONFIGURATION,
          "Azure does not know this call. An administrator has to check the endpoint and the API"
              + " version.",
          body.code());
    }
    return switch (body.subject()) {
      case SENDER ->
          new DeliveryReason(
              FailureCause.CONFIGURATION,
              "Azure does not accept our sender. An administrator has to correct the channel"
                  + " address.",
              body.code());
      case RECIPIENT ->
          new DeliveryReason(FailureCause.RECIPIENT_INVALID, RECIPIENT_REFUSED, body.code());
      case TEXT ->
          new DeliveryReason(
              FailureCause.CONTENT_INVALID,
              "Azure does not accept the text. Shorten or change it.",
              body.code());
      case OTHER ->
          new DeliveryReason(
              FailureCause.OTHER,
              "Azure refused the message with HTTP "
                  + response.status()
                  + ". Tell an administrator."
                  + reference(response),
              body.code());
    };
  }

  /** One status for both: only the account's check can tell them apart. */
  private static DeliveryReason credentials(ProviderResponse response) {
    return new DeliveryReason(
        FailureCause.CREDENTIALS,
        "Azure refused the account's credentials, or our sender is not this resource's. An"
            + " administrator has to check the account, which tells the two apart."
            + reference(response),
        null);
  }

  private static SendResult throttled(@Nullable Duration after) {
    return new SendResult.RetryLater(
        new DeliveryReason(
            FailureCause.THROTTLED,
            "Azure had too many requests. The message will be tried again.",
            null),
        // Azure sends 0 with everything; it does not mean at once.
        after == null || after.isZero() ? null : after);
  }

  private static SendResult unknown(String what, ProviderResponse response) {
    DeliveryReason reason = HttpAnswers.findingOut(what).reason();
    return new SendResult.Unknown(
        new DeliveryReason(reason.cause(), reason.text() + reference(response), null));
  }

  /** What Azure's support asks for. */
  private static String reference(ProviderResponse response) {
    return response
        .header("MS-CV")
        .or(() -> response.header("X-Azure-Ref"))
        .map(String::strip)
        .filter(value -> REFERENCE.matcher(value).matches())
        .map(value -> " (For Azure's support: " + value + ")")
        .orElse("");
  }

  private static Optional<Entry> entry(ProviderResponse response, OutgoingMessage message) {
    JsonNode value = JsonBody.read(response.body()).path("value");
    List<JsonNode> entries =
        StreamSupport.stream(value.spliterator(), false).filter(JsonNode::isObject).toList();
    String to = AzureAddresses.recipient(message);
    return entries.stream()
        .filter(entry -> entries.size() == 1 || entry.path("to").asText("").equals(to))
        .findFirst()
        .map(Entry::of);
  }
}
