package io.parley.channels.infobip;

import io.parley.channels.AccountCheck;
import io.parley.channels.CallContext;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.ProviderResponse;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.JsonFields;

/**
 * Asks for the reports about a message that does not exist: it needs just the right to send, costs
 * nothing and uses nothing up (providers/infobip.md §1).
 */
final class InfobipAccountCheck implements AccountCheck {

  @Override
  public CheckStep begin(CallContext context) {
    return new CheckStep.Ask(InfobipCalls.noReports(context), InfobipAccountCheck::verdict);
  }

  private static CheckStep verdict(ProviderResponse answer) {
    JsonFields body = new JsonFields(JsonBody.read(answer.body()));
    int http = answer.status();
    boolean infobips =
        body.node("results").isArray()
            || body.peek("errorCode") != null
            || body.node("requestError").isObject();
    return switch (http) {
      case 200 ->
          body.node("results").isArray()
              ? CheckStep.done(
                  Verdict.VALID,
                  "Infobip accepts the API key for sending. Whether the senders are the account's"
                      + " cannot be asked with it.")
              : wrongHost(http);
      case 401 ->
          CheckStep.done(
              Verdict.CREDENTIALS_REFUSED,
              "Infobip does not accept the API key: it is wrong, or has expired. Copy it from"
                  + " Infobip's portal, or make a new one.");
      case 403 ->
          CheckStep.done(
              Verdict.ACCOUNT_SUSPENDED,
              "Infobip knows the API key but does not let it send: the key lacks the scope"
                  + " sms:message:send, is limited to other callers, or the account is suspended.");
      case 429 -> notNow("Infobip had too many requests.");
      default ->
          http / 100 == 5 || infobips && http != 404
              ? notNow("Infobip answered with HTTP " + http + ".")
              : wrongHost(http);
    };
  }

  private static CheckStep wrongHost(int http) {
    return CheckStep.done(
        Verdict.WRONG_HOST,
        "The answer, HTTP "
            + http
            + ", is not what Infobip's SMS API says. Copy the base URL from the first page of"
            + " Infobip's portal.");
  }

  private static CheckStep notNow(String what) {
    return CheckStep.done(
        Verdict.NOT_VERIFIABLE, what + " The account could not be checked. Try again.");
  }
}
