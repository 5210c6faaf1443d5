package io.parley.channels.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.ProviderResponse;
import io.parley.channels.SendResult;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Twilio's answer to a send comes to. A 4xx was certainly not taken; anything else that is not
 * a readable success may have been (providers/twilio-sms.md §6.2 and §7).
 */
final class SendAnswer {

  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private SendAnswer() {}

  static SendResult read(ProviderResponse response) {
    int status = response.status();
    JsonNode body = Json.read(response.body());
    if (status / 100 == 2) {
      String sid = Json.text(body.path("sid"));
      return sid != null && MessageSid.isOne(sid)
          ? new SendResult.Accepted(sid)
          : unknown("Twilio answered without a message id.");
    }
    if (status / 100 != 4 || status == 408) {
      return unknown("Twilio answered with HTTP " + status + ".");
    }
    String code = code(body);
    if (code != null && TwilioErrors.entry(code).isPresent()) {
      return TwilioErrors.refusal(code, retryAfter(response));
    }
    return byStatus(response, code);
  }

  private static SendResult byStatus(ProviderResponse response, @Nullable String code) {
    int status = response.status();
    return switch (status) {
      case 401, 403 -> TwilioErrors.refusal("20003", null);
      case 429 ->
          new SendResult.RetryLater(
              new DeliveryReason(
                  FailureCause.THROTTLED,
                  "Twilio had too many requests. The message will be tried again.",
                  code),
              retryAfter(response));
      default ->
          code == null
              ? new SendResult.Refused(
                  new DeliveryReason(
                      status == 404 ? FailureCause.CONFIGURATION : FailureCause.OTHER,
                      "Twilio refused the message with HTTP " + status + ". Tell an administrator.",
                      null))
              : TwilioErrors.refusal(code, null);
    };
  }

  private static SendResult unknown(String what) {
    return new SendResult.Unknown(
        new DeliveryReason(
            FailureCause.OUTCOME_UNKNOWN,
            what + " It is being found out whether the message was taken.",
            null));
  }

  private static @Nullable String code(JsonNode body) {
    JsonNode code = body.path("code");
    return code.isInt() || code.isTextual() ? code.asText().strip() : null;
  }

  /** The header is not documented by Twilio and is honoured when it is there. */
  static @Nullable Duration retryAfter(ProviderResponse response) {
    Optional<String> header = response.header("Retry-After").map(String::strip);
    if (header.isEmpty()) {
      return null;
    }
    Duration wait =
        SECONDS.matcher(header.get()).matches()
            ? Duration.ofSeconds(Long.parseLong(header.get()))
            : untilDate(header.get(), response.header("Date").orElse(""));
    if (wait == null) {
      return null;
    }
    Duration atLeastNone = wait.isNegative() ? Duration.ZERO : wait;
    return atLeastNone.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : atLeastNone;
  }

  /** A date counts from the answer's own date, so that nobody's clock matters. */
  private static @Nullable Duration untilDate(String until, String answered) {
    try {
      return Duration.between(instant(answered), instant(until));
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  private static Instant instant(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
