package io.parley.channels.custom;

import io.parley.channels.AccountCheck;
import io.parley.channels.CallContext;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.ProviderResponse;
import io.parley.events.configuration.ChannelAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the calls that an account declares for the purpose, where it declares any. */
final class CustomCheck implements AccountCheck {

  private static final int MOST_SENDERS = 5;
  private static final String ACCEPTED = "The provider accepts the account.";

  @Override
  public CheckStep begin(CallContext context) {
    Settings settings = new Settings(context.account().settings());
    Problems problems = new Problems();
    CheckCall call = CheckCall.of(settings, problems);
    Optional<String> problem = problems.first();
    if (problem.isPresent()) {
      return CheckStep.done(Verdict.NOT_VERIFIABLE, "The " + problem.get() + ".");
    }
    if (call.url().isEmpty()) {
      return CheckStep.done(
          Verdict.NOT_VERIFIABLE,
          "The settings are complete, but name no call that checks the credentials. Fill in"
              + " 'Check: URL', or send a message to yourself.");
    }
    return new CheckStep.Ask(
        call.request(call.url().get(), context, null), answer -> answered(answer, call, context));
  }

  private static CheckStep answered(ProviderResponse answer, CheckCall call, CallContext context) {
    int status = answer.status();
    if (call.success().contains(status)) {
      Optional<Boolean> says =
          call.mark().path().isEmpty()
              ? Optional.of(true)
              : call.format().read(answer.body()).flatMap(call.mark()::says);
      if (says.isEmpty()) {
        return CheckStep.done(
            Verdict.WRONG_HOST,
            "The answer has no field "
                + call.mark().path()
                + ". Check that the URL is the provider's, and the field's path.");
      }
      return says.get()
          ? senders(call, context, 0, List.of())
          : CheckStep.done(
              Verdict.CREDENTIALS_REFUSED,
              "The provider answered, but the field "
                  + call.mark().path()
                  + " does not say that the credentials are right.");
    }
    return switch (status) {
      case 401 ->
          CheckStep.done(
              Verdict.CREDENTIALS_REFUSED,
              "The provider refused the credentials. Enter the secret, and the user if there is"
                  + " one, again; check how calls are authenticated.");
      case 402, 403 ->
          CheckStep.done(
              Verdict.ACCOUNT_SUSPENDED,
              "The provider knows the credentials but does not allow the call (HTTP "
                  + status
                  + "): the account is suspended, or not enabled for this.");
      case 301, 302, 307, 308, 404, 405, 421 ->
          CheckStep.done(
              Verdict.WRONG_HOST,
              "There is nothing at the URL of the check (HTTP " + status + "). Correct it.");
      default ->
          CheckStep.done(
              Verdict.NOT_VERIFIABLE,
              "The provider answered with HTTP " + status + ". Try again, or check the URL.");
    };
  }

  private static CheckStep senders(
      CheckCall call, CallContext context, int index, List<String> missing) {
    List<ChannelAddress> addresses = context.account().addresses();
    if (call.senderUrl().isEmpty() || index >= Math.min(addresses.size(), MOST_SENDERS)) {
      return missing.isEmpty()
          ? CheckStep.done(Verdict.VALID, ACCEPTED)
          : CheckStep.done(
              Verdict.SENDER_UNKNOWN,
              "The credentials are right, but the provider does not know these addresses: "
                  + String.join(", ", missing)
                  + ".");
    }
    String sender = addresses.get(index).address();
    return new CheckStep.Ask(
        call.request(call.senderUrl().get(), context, sender),
        answer -> {
          List<String> unknown = new ArrayList<>(missing);
          if (answer.status() == 404) {
            unknown.add(sender);
          }
          return senders(call, context, index + 1, unknown);
        });
  }
}
