package io.parley.channels.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.ProviderResponse;
import io.parley.channels.SendResult;
import io.parley.channels.wire.HttpAnswers;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.RetryAfter;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import org.jspecify.annotations.Nullable;

/**
 * What Twilio's answer to a send comes to. A 4xx was certainly not taken; anything else that is not
 * a readable success may have been (providers/twilio-sms.md §6.2 and §7).
 */
final class SendAnswer {

  private SendAnswer() {}

  static SendResult read(ProviderResponse response) {
    int status = response.status();
    JsonNode body = JsonBody.read(response.body());
    if (status / 100 == 2) {
      String sid = JsonBody.text(body.path("sid"));
      return sid != null && MessageSid.isOne(sid)
          ? new SendResult.Accepted(sid)
          : HttpAnswers.findingOut("Twilio answered without a message id.");
    }
    if (!HttpAnswers.isRefusal(status)) {
      return HttpAnswers.findingOut("Twilio answered with HTTP " + status + ".");
    }
    String code = code(body);
    if (code != null && TwilioErrors.TABLE.entry(code).isPresent()) {
      return TwilioErrors.TABLE.refusal(code, RetryAfter.of(response));
    }
    return byStatus(response, code);
  }

  private static SendResult byStatus(ProviderResponse response, @Nullable String code) {
    int status = response.status();
    return switch (status) {
      case 401, 403 -> TwilioErrors.TABLE.refusal("20003", null);
      case 429 ->
          new SendResult.RetryLater(
              new DeliveryReason(
                  FailureCause.THROTTLED,
                  "Twilio had too many requests. The message will be tried again.",
                  code),
              RetryAfter.of(response));
      default ->
          code == null
              ? new SendResult.Refused(
                  new DeliveryReason(
                      status == 404 ? FailureCause.CONFIGURATION : FailureCause.OTHER,
                      "Twilio refused the message with HTTP " + status + ". Tell an administrator.",
                      null))
              : TwilioErrors.TABLE.refusal(code, null);
    };
  }

  private static @Nullable String code(JsonNode body) {
    JsonNode code = body.path("code");
    return code.isInt() || code.isTextual() ? code.asText().strip() : null;
  }
}
