package io.parley.admin.check;

import io.parley.channels.CheckResult;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
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
record CheckRun(
    Function<ProviderRequest, Exchange> carrier, int calls, BooleanSupplier timeIsUp) {

  /** When the provider takes longer than a check may. */
  static final CheckResult TOO_SLOW =
      new CheckResult(
          Verdict.UNREACHABLE,
          "The provider did not answer in time. Try again; if it stays so, check whether a proxy or"
              + " a firewall stands between.");

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
          Exchange exchange = carrier.apply(request);
          if (!(exchange instanceof Exchange.Answered answered)) {
            return unanswered(exchange, request);
          }
          step = next.apply(answered.response());
        }
      }
    }
  }

  private static CheckResult unanswered(Exchange exchange, ProviderRequest request) {
    return switch (exchange) {
      case Exchange.Answered answered -> throw new IllegalStateException("it was answered");
      case Exchange.NotSent(String why) ->
          new CheckResult(
              Verdict.UNREACHABLE,
              why
                  + " Asked was "
                  + request.uri().getHost()
                  + ". Check the host in the account's settings, and whether this server may reach"
                  + " it.");
      case Exchange.Lost(String why) ->
          new CheckResult(
              Verdict.UNREACHABLE,
              why
                  + " Asked was "
                  + request.uri().getHost()
                  + ". Try again; if it stays so, check whether a proxy or a firewall stands"
                  + " between.");
      case Exchange.NoAccess(var reason, boolean forGood) ->
          new CheckResult(
              forGood ? Verdict.CREDENTIALS_REFUSED : Verdict.NOT_VERIFIABLE, reason.text());
    };
  }
}
