package io.parley.channels.telesign;

import io.parley.channels.ProviderResponse;
import io.parley.channels.ReceiptMeaning;
import io.parley.channels.SendResult;
import io.parley.channels.wire.HttpAnswers;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.RetryAfter;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import org.jspecify.annotations.Nullable;

/**
 * What TeleSign's answer to a send comes to (providers/telesign.md §5 and §6.2). A 4xx was
 * certainly not taken; anything else that is not a readable success may have been.
 */
final class SendAnswer {

  /** "System unavailable" proves nothing about the message, whatever the HTTP status is. */
  private static final String UNAVAILABLE = "10000";

  private SendAnswer() {}

  static SendResult read(ProviderResponse response) {
    int http = response.status();
    JsonFields fields = new JsonFields(JsonBody.read(response.body()));
    Integer number = fields.wholeNumber("status.code");
    String code = number == null ? null : number.toString();
    if (UNAVAILABLE.equals(code)) {
      return TelesignErrors.API.refusal(UNAVAILABLE, null);
    }
    if (http / 100 == 2) {
      return number == null
          ? HttpAnswers.untilReported("TeleSign's answer could not be read.")
          : answered(new StatusCode(number), fields.takeId("reference_id"), response);
    }
    if (!HttpAnswers.isRefusal(http)) {
      return HttpAnswers.untilReported("TeleSign answered with HTTP " + http + ".");
    }
    return code != null && TelesignErrors.API.entry(code).isPresent()
        ? TelesignErrors.API.refusal(code, RetryAfter.of(response))
        : byHttpStatus(response, code);
  }

  /**
   * With HTTP 200 the code decides. What TeleSign took and gave up at once is refused for good even
   * where a later attempt may work, because a report about this one may follow.
   */
  private static SendResult answered(
      StatusCode status, @Nullable String referenceId, ProviderResponse response) {
    String code = String.valueOf(status.number());
    if (status.isFailure()) {
      ReceiptMeaning meaning = TelesignErrors.DELIVERY.meaningOf(code);
      return new SendResult.Refused(meaning.reason(), meaning.optedOut());
    }
    if (status.meaning().isEmpty() && TelesignErrors.API.entry(code).isPresent()) {
      return TelesignErrors.API.refusal(code, RetryAfter.of(response));
    }
    return referenceId == null
        ? HttpAnswers.untilReported("TeleSign answered without a reference id.")
        : new SendResult.Accepted(referenceId);
  }

  private static SendResult byHttpStatus(ProviderResponse response, @Nullable String code) {
    int http = response.status();
    return switch (http) {
      case 402 -> TelesignErrors.API.refusal("402", null);
      case 429 -> TelesignErrors.API.refusal("10019", RetryAfter.of(response));
      case 401, 403, 404 ->
          new SendResult.Refused(
              new DeliveryReason(
                  FailureCause.CONFIGURATION,
                  "TeleSign refused the message with HTTP "
                      + http
                      + ". An administrator has to check the account and its base URL.",
                  code));
      default ->
          new SendResult.Refused(
              new DeliveryReason(
                  FailureCause.OTHER,
                  "TeleSign refused the message with HTTP "
                      + http
                      + (code == null ? "" : " and code " + code)
                      + ". Tell an administrator.",
                  code));
    };
  }
}
