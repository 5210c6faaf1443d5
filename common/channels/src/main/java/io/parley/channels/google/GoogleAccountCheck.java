package io.parley.channels.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.AccountCheck;
import io.parley.channels.CallContext;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.TokenResult;
import io.parley.channels.wire.JsonBody;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Gets an access token, which proves the key, then asks about the agents
 * (providers/google-business-messages.md §1 and part II): on Business Messages the management API
 * for each of them, on RCS whether an agent can reach the number that the administrator has named.
 */
final class GoogleAccountCheck implements AccountCheck {

  /** More addresses than these are not asked about. */
  private static final int MOST_AGENTS = 5;

  @Override
  public CheckStep begin(CallContext context) {
    OpenAccount account = context.account();
    Channel channel = account.channel();
    if (GoogleSignature.tokens(account).isEmpty()) {
      return CheckStep.done(
          Verdict.CREDENTIALS_REFUSED, "The client token is missing: webhooks cannot be verified.");
    }
    return switch (channel) {
      case GOOGLE_BUSINESS_MESSAGES ->
          token(context, GoogleTokens.scope(channel), proven -> businessMessages(context));
      case RCS -> token(context, GoogleTokens.scope(channel), token -> reach(context, token));
      case SMS, WHATSAPP, CUSTOM -> throw GoogleAddresses.notServed(channel);
    };
  }

  private static CheckStep token(
      CallContext context, String scope, Function<String, CheckStep> next) {
    ProviderRequest request;
    try {
      request = GoogleTokens.request(context, scope);
    } catch (IllegalArgumentException e) {
      return CheckStep.done(
          Verdict.CREDENTIALS_REFUSED,
          "The service account key " + e.getMessage() + ". Upload the key file again.");
    }
    return new CheckStep.Ask(
        request,
        answer ->
            switch (GoogleTokens.result(answer)) {
              case TokenResult.Issued(String token, var validFor) -> next.apply(token);
              case TokenResult.Refused(var reason) ->
                  CheckStep.done(Verdict.CREDENTIALS_REFUSED, reason.text());
              case TokenResult.Unavailable(var reason) ->
                  JsonBody.read(answer.body()).isObject() || answer.status() / 100 == 5
                      ? CheckStep.done(Verdict.NOT_VERIFIABLE, reason.text())
                      : wrongHost();
            });
  }

  private static CheckStep businessMessages(CallContext context) {
    List<String> agents =
        context.account().addresses().stream()
            .map(ChannelAddress::address)
            .map(GoogleAddresses::brandAndAgent)
            .flatMap(Optional::stream)
            .limit(MOST_AGENTS)
            .toList();
    return agents.isEmpty()
        ? CheckStep.done(Verdict.VALID, "Google accepts the service account. " + Notices.OFF)
        : token(context, GoogleTokens.MANAGEMENT_SCOPE, token -> agents(context, token, agents));
  }

  private static CheckStep agents(CallContext context, String token, List<String> left) {
    if (left.isEmpty()) {
      return CheckStep.done(
          Verdict.VALID,
          "Google accepts the service account and knows its agents ("
              + MOST_AGENTS
              + " are asked about at most). "
              + Notices.OFF);
    }
    String agent = left.getFirst();
    return new CheckStep.Ask(
        GoogleCalls.agent(context, token, agent),
        answer ->
            answer.status() == 200
                ? agents(context, token, left.subList(1, left.size()))
                : refused(
                    answer,
                    "The key is right, but this service account may not use " + agent + ".",
                    "The key is right, but Google does not know " + agent + ". " + Notices.OFF));
  }

  private static CheckStep reach(CallContext context, String token) {
    OpenAccount account = context.account();
    Optional<String> number = account.optionalSetting(GoogleForm.CHECK_NUMBER);
    if (number.isEmpty() || account.addresses().isEmpty()) {
      return CheckStep.done(
          Verdict.VALID,
          "Google accepts the service account. Whether the agent may send was not asked: that needs"
              + " an address and a number for the account check.");
    }
    String agent = account.addresses().getFirst().address();
    String requestId =
        UUID.nameUUIDFromBytes((account.id() + "/" + agent + "/" + context.now()).getBytes(UTF_8))
            .toString();
    return new CheckStep.Ask(
        GoogleCalls.capabilities(context, token, agent, number.get(), requestId),
        answer -> reached(answer, agent));
  }

  private static CheckStep reached(ProviderResponse answer, String agent) {
    if (answer.status() == 200) {
      return CheckStep.done(
          Verdict.VALID, "Google accepts the service account, and " + agent + " may send.");
    }
    if (answer.status() == 404 && isGoogles(answer)) {
      return CheckStep.done(
          Verdict.VALID,
          "Google accepts the service account. The number for the account check cannot be reached"
              + " by RCS, so nothing more is known about "
              + agent
              + ".");
    }
    return refused(
        answer,
        "The key is right, but "
            + agent
            + " may not reach the number: the agent is not launched and the number is not a"
            + " tester's, or the service account may not use this agent.",
        "");
  }

  private static CheckStep refused(ProviderResponse answer, String notOurs, String notKnown) {
    if (!isGoogles(answer)) {
      return answer.status() / 100 == 5 ? inconclusive(answer) : wrongHost();
    }
    return switch (answer.status()) {
      case 401 ->
          CheckStep.done(
              Verdict.CREDENTIALS_REFUSED,
              "Google issued a token and did not accept it. Check the service account's key.");
      case 403 ->
          isDisabled(answer)
              ? CheckStep.done(
                  Verdict.ACCOUNT_SUSPENDED,
                  "The key is right, but the API is not enabled for the service account's project."
                      + " Enable it in Google's console.")
              : CheckStep.done(Verdict.SENDER_UNKNOWN, notOurs);
      case 404 -> CheckStep.done(Verdict.SENDER_UNKNOWN, notKnown);
      default -> inconclusive(answer);
    };
  }

  private static CheckStep inconclusive(ProviderResponse answer) {
    return CheckStep.done(
        Verdict.NOT_VERIFIABLE, "Google answered with HTTP " + answer.status() + ". Try again.");
  }

  private static CheckStep wrongHost() {
    return CheckStep.done(
        Verdict.WRONG_HOST,
        "The answer is not Google's. Check the API host, and where Google's API is configured to"
            + " be.");
  }

  private static boolean isGoogles(ProviderResponse answer) {
    return JsonBody.read(answer.body()).path("error").isObject();
  }

  /** Google's general error model names the reason; older answers have only words. */
  private static boolean isDisabled(ProviderResponse answer) {
    JsonNode error = JsonBody.read(answer.body()).path("error");
    for (JsonNode detail : error.path("details")) {
      if (detail.path("reason").asText().equals("SERVICE_DISABLED")) {
        return true;
      }
    }
    String message = error.path("message").asText();
    return message.contains("it is disabled") || message.contains("has not been used in project");
  }
}
