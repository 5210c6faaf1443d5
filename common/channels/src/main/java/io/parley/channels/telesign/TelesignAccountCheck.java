package io.parley.channels.telesign;

import io.parley.channels.AccountCheck;
import io.parley.channels.CallContext;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.ProviderResponse;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.JsonFields;

/**
 * Asks for the state of a message that cannot exist: TeleSign has no call that would only check the
 * key. What the answer's code says counts, not its HTTP status (providers/telesign.md §1.2).
 */
final class TelesignAccountCheck implements AccountCheck {

  @Override
  public CheckStep begin(CallContext context) {
    return new CheckStep.Ask(
        TelesignCalls.impossibleMessage(context), TelesignAccountCheck::verdict);
  }

  private static CheckStep verdict(ProviderResponse answer) {
    JsonFields fields = new JsonFields(JsonBody.read(answer.body()));
    Integer code = fields.wholeNumber("status.code");
    if (code == null) {
      return answer.status() == 402 ? unpaid() : notTelesigns(answer.status());
    }
    return switch (code) {
      case 10017, 10036, 11011 -> valid();
      case 10015 -> refused("TeleSign does not know this Customer ID. Copy it from TeleSign.");
      case 10022 -> refused("TeleSign does not accept this API key. Copy it from TeleSign again.");
      case 10008 ->
          refused(
              "TeleSign says that the signature is wrong. Copy the API key from TeleSign again.");
      case 10009, 10028 ->
          refused(
              "TeleSign could not read the credentials. Copy Customer ID and API key from TeleSign"
                  + " again.");
      case 10010 ->
          CheckStep.done(
              Verdict.ACCOUNT_SUSPENDED,
              "The credentials are right, but the account is suspended or not active at TeleSign.");
      case 10011 ->
          CheckStep.done(
              Verdict.ACCOUNT_SUSPENDED,
              "The credentials are right, but messaging is not enabled for this account. Ask"
                  + " TeleSign's support to enable it.");
      case 10031, 10035 ->
          CheckStep.done(
              Verdict.WRONG_HOST,
              "The credentials are right, but this base URL does not serve the account. Use"
                  + " https://rest-api.telesign.com with self-service and"
                  + " https://rest-ww.telesign.com with full service.");
      case 10030 -> unpaid();
      case 10002, 10003, 10004, 10005, 10006, 10007 ->
          CheckStep.done(
              Verdict.NOT_VERIFIABLE,
              "TeleSign refused the digest's time or nonce (code "
                  + code
                  + "). Check this computer's clock, or choose basic authentication.");
      case 10019, 10020 -> notNow("TeleSign had too many requests.");
      case 10000 -> notNow("TeleSign is not available.");
      default -> byHttpStatus(answer.status(), code);
    };
  }

  private static CheckStep byHttpStatus(int status, int code) {
    return switch (status) {
      case 200 -> valid();
      case 402 -> unpaid();
      case 429 -> notNow("TeleSign had too many requests.");
      default -> notNow("TeleSign answered with HTTP " + status + " and code " + code + ".");
    };
  }

  private static CheckStep valid() {
    return CheckStep.done(
        Verdict.VALID,
        "TeleSign accepts the account. It cannot be asked which numbers are the account's.");
  }

  private static CheckStep refused(String explanation) {
    return CheckStep.done(Verdict.CREDENTIALS_REFUSED, explanation);
  }

  private static CheckStep unpaid() {
    return CheckStep.done(
        Verdict.ACCOUNT_SUSPENDED,
        "The credentials are right, but TeleSign asks for payment. Check the account's balance.");
  }

  private static CheckStep notNow(String what) {
    return CheckStep.done(
        Verdict.NOT_VERIFIABLE, what + " The account could not be checked. Try again.");
  }

  private static CheckStep notTelesigns(int status) {
    return status == 429 || status / 100 == 5
        ? notNow("TeleSign answered with HTTP " + status + ".")
        : CheckStep.done(
            Verdict.NOT_VERIFIABLE,
            "The answer, HTTP "
                + status
                + ", is not TeleSign's. Check the base URL, and whether something stands between.");
  }
}
