package io.parley.channels.google;

import io.parley.channels.LookUpResult;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderResponse;
import io.parley.channels.SendResult;
import io.parley.channels.wire.HttpAnswers;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.RetryAfter;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;

/**
 * What Google's answer to a send comes to (providers/google-business-messages.md §5 and part II). A
 * 4xx was not taken, with the exception of an id that exists already: only we choose ids, so it is
 * our own message. Anything else that is not a readable success may have been taken.
 */
final class SendAnswer {

  private static final String EXISTS = "ALREADY_EXISTS";

  private SendAnswer() {}

  static SendResult read(ProviderResponse response, OutgoingMessage message) {
    int status = response.status();
    if (status / 100 == 2) {
      return EventIds.last(JsonBody.text(JsonBody.read(response.body()).path("name")))
          .<SendResult>map(SendResult.Accepted::new)
          .orElseGet(() -> HttpAnswers.findingOut("Google answered without a message name."));
    }
    if (!HttpAnswers.isRefusal(status)) {
      return HttpAnswers.findingOut("Google answered with HTTP " + status + ".");
    }
    String code = GoogleErrors.code(response);
    if (code.equals(EXISTS)) {
      return new SendResult.Accepted(message.id().toString());
    }
    if (status == 409) {
      return HttpAnswers.findingOut("Google reports a conflict (" + code + ").");
    }
    return GoogleErrors.table(message.from().channel()).refusal(code, RetryAfter.of(response));
  }

  /** The same for a repetition. Most refusals of it say nothing about the first attempt. */
  static LookUpResult repeated(ProviderResponse response, OutgoingMessage message) {
    return switch (read(response, message)) {
      case SendResult.Accepted(String providerMessageId) ->
          new LookUpResult.Found(providerMessageId);
      case SendResult.Refused refused when response.status() == 400 && isMalformed(response) ->
          new LookUpResult.Refused(refused);
      case SendResult.Refused refused when response.status() == 401 ->
          new LookUpResult.Unanswered(unknown(refused.reason()));
      case SendResult.Refused refused -> new LookUpResult.Ambiguous(unknown(refused.reason()));
      case SendResult.RetryLater later -> new LookUpResult.Unanswered(unknown(later.reason()));
      case SendResult.Unknown unknown -> new LookUpResult.Unanswered(unknown.reason());
    };
  }

  /** The first attempt said the same, so it was refused for the same reason. */
  private static boolean isMalformed(ProviderResponse response) {
    return GoogleErrors.code(response).equals("INVALID_ARGUMENT");
  }

  private static DeliveryReason unknown(DeliveryReason refusal) {
    return new DeliveryReason(
        FailureCause.OUTCOME_UNKNOWN,
        "It is not known whether Google took the message; it was sent again with the same id, and"
            + " Google said: "
            + refusal.text(),
        refusal.providerCode());
  }
}
