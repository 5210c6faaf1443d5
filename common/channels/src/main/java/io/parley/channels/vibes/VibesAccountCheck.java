package io.parley.channels.vibes;

import io.parley.channels.AccountCheck;
import io.parley.channels.CallContext;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.ProviderResponse;
import io.parley.channels.wire.XmlBody;

/**
 * Looks up the carrier of a number, which proves the login (providers/vibes.md §1). Vibes cannot be
 * asked which codes are ours.
 */
final class VibesAccountCheck implements AccountCheck {

  private static final String UNPROTECTED =
      " Warning: no inbound user is set, so only the secret part of the URL shows that it is Vibes"
          + " who calls.";

  @Override
  public CheckStep begin(CallContext context) {
    boolean unprotected =
        context.account().optionalSetting(VibesSettings.INBOUND_USERNAME).isEmpty();
    return new CheckStep.Ask(VibesCalls.carrier(context), answer -> verdict(answer, unprotected));
  }

  private static CheckStep verdict(ProviderResponse answer, boolean unprotected) {
    int status = answer.status();
    return switch (status) {
      case 200 ->
          XmlBody.read(answer.body()).isPresent()
              ? CheckStep.done(
                  Verdict.VALID, "Vibes accepts the login." + (unprotected ? UNPROTECTED : ""))
              : CheckStep.done(
                  Verdict.WRONG_HOST,
                  "The answer is not Vibes' (no XML). Check the base URL and the path prefix.");
      case 401 ->
          CheckStep.done(
              Verdict.CREDENTIALS_REFUSED,
              "Vibes refused the user name or the password. Enter both as your account manager sent"
                  + " them; the logins of Europe do not work on the host of the United States.");
      case 403 ->
          CheckStep.done(
              Verdict.CREDENTIALS_REFUSED,
              "Vibes does not let this login in. It is wrong, suspended, or not enabled for the HTTP"
                  + " Message API: ask your account manager.");
      case 404 ->
          CheckStep.done(
              Verdict.WRONG_HOST,
              "Vibes' HTTP Message API is not there. Check the base URL and the path prefix.");
      case 400 ->
          CheckStep.done(
              Verdict.NOT_VERIFIABLE,
              "Vibes did not like the number that was looked up. Enter another one for the check.");
      default ->
          status / 100 == 3
              ? CheckStep.done(Verdict.WRONG_HOST, "Vibes sends us elsewhere. Check the base URL.")
              : CheckStep.done(
                  Verdict.NOT_VERIFIABLE, "Vibes answered with HTTP " + status + ". Try again.");
    };
  }
}
