package io.parley.admin.check;

import io.parley.channels.CheckResult;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.events.DeliveryReason;
import io.parley.platform.provider.Exchange;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Goes through the steps of one check.
 *
 * @param carrier carries a call
 * @param calls how many calls it may make
 * @param timeIsUp whether no further call may begin
 */
record CheckRun(Function<ProviderRequest, Exchange> carrier, int calls, BooleanSupplier timeIsUp) {

  private static final String TRY_AGAIN =
      "Try again; if it stays so, check whether a proxy or a firewall stands between.";

  /** When the provider takes longer than a check may. */
  static final CheckResult TOO_SLOW =
      new CheckResult(Verdict.UNREACHABLE, "The provider did not answer in time. " + TRY_AGAIN);

  CheckResult from(CheckStep first) {
    CheckStep step = first;
    for (int made = 0; ; made++) {
      switch (step) {
        case CheckStep.Done(CheckResult result) -> {
          return result;
        }
        case CheckStep.Ask(ProviderRequest request, Function<ProviderResponse, CheckStep> next) -> {
          if (made == calls) {
            return new CheckResult(
                Verdict.NOT_VERIFIABLE,
                "Nothing was found to be wrong, but the check was ended after "
                    + calls
                    + " calls and there would have been more to ask.");
          }
          if (timeIsUp.getAsBoolean()) {
            return TOO_SLOW;
          }
          switch (carrier.apply(request)) {
            case Exchange.Answered(ProviderResponse response) -> step = next.apply(response);
            case Exchange.NotSent(String why) -> {
              return unreachable(
                  why,
                  request,
                  "Check the host in the account's settings, and whether this server may reach it.");
            }
            case Exchange.Lost(String why) -> {
              return unreachable(why, request, TRY_AGAIN);
            }
            case Exchange.NoAccess(DeliveryReason reason, boolean forGood) -> {
              return new CheckResult(
                  forGood ? Verdict.CREDENTIALS_REFUSED : Verdict.NOT_VERIFIABLE, reason.text());
            }
          }
        }
      }
    }
  }

  private static CheckResult unreachable(String why, ProviderRequest request, String advice) {
    return new CheckResult(
        Verdict.UNREACHABLE, why + " Asked was " + request.uri().getHost() + ". " + advice);
  }
}
