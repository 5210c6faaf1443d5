package io.parley.channels.linkmobility;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.AccountCheck;
import io.parley.channels.CallContext;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.TokenResult;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.JsonFields;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Asks the Common API for the account's gates, and MyLINK for its schedules; both after getting a
 * token where the account needs one (providers/link-mobility.md §1 and §9). LINK cannot be asked
 * which senders are ours.
 */
final class LinkAccountCheck implements AccountCheck {

  private static final String UNPROTECTED =
      " Warning: no callback user and no fixed header are set, so only the secret part of the URL"
          + " shows that it is LINK who calls.";

  @Override
  public CheckStep begin(CallContext context) {
    LinkSettings settings = new LinkSettings(context.account().settings());
    if (!settings.byToken()) {
      return ask(context, settings);
    }
    LinkTokens tokens = new LinkTokens();
    return new CheckStep.Ask(
        tokens.request(context), answer -> token(tokens.read(answer), answer, context, settings));
  }

  private static CheckStep token(
      TokenResult result, ProviderResponse answer, CallContext context, LinkSettings settings) {
    return switch (result) {
      case TokenResult.Issued(String token, var validFor) ->
          ask(
              new CallContext(context.account(), context.endpoints(), context.now(), token),
              settings);
      case TokenResult.Refused refused ->
          answer.status() == 404 || answer.status() == 405
              ? CheckStep.done(
                  Verdict.WRONG_HOST,
                  "There are no access tokens at the token URL. Correct it, or the base URL.")
              : CheckStep.done(
                  Verdict.CREDENTIALS_REFUSED,
                  "LINK gives no access token for the client id and client secret. Copy both"
                      + " again.");
      case TokenResult.Unavailable unavailable ->
          answer.status() == 200
              ? notLinks("token URL")
              : answered("When asked for an access token LINK", answer);
    };
  }

  private static CheckStep ask(CallContext context, LinkSettings settings) {
    return switch (settings.variant()) {
      case COMMON ->
          get(
              settings.baseUrl()
                  + "/gate/partnergate/platform/"
                  + context.account().setting(LinkSettings.PLATFORM_ID)
                  + "/partner/"
                  + context.account().setting(LinkSettings.PLATFORM_PARTNER_ID),
              context,
              settings,
              LinkAccountCheck::gates);
      case MYLINK ->
          get(
              settings.baseUrl() + "/sms/v1/schedules?page=1&size=1",
              context,
              settings,
              LinkAccountCheck::schedules);
    };
  }

  private static CheckStep gates(ProviderResponse answer, LinkSettings settings) {
    JsonNode body = JsonBody.read(answer.body());
    if (answer.status() == 200 && body.isArray()) {
      return gate(body, settings);
    }
    return switch (LinkErrors.code(new JsonFields(body), "status")) {
      case 103100, 106100 -> refused();
      case 103101, 106101 -> notAllowed();
      case 103201, 103202, 106200, 106201 -> ids();
      case 103303 -> gate(body, settings);
      default ->
          switch (answer.status()) {
            case 401 -> refused();
            case 403 -> notAllowed();
            case 404 -> body.isObject() ? ids() : notLinks("base URL, or an id in it is wrong");
            default ->
                answer.status() / 100 == 2 || answer.status() / 100 == 3
                    ? notLinks("base URL")
                    : answered("LINK", answer);
          };
    };
  }

  private static CheckStep gate(JsonNode gates, LinkSettings settings) {
    String wanted = settings.optional(LinkSettings.GATE_ID).orElse("");
    if (wanted.isEmpty()) {
      return valid(
          "LINK accepts the account. Without a gate id there will be no delivery reports.",
          settings);
    }
    return StreamSupport.stream(gates.spliterator(), false)
        .filter(gate -> wanted.equals(gate.path("id").asText("")))
        .findFirst()
        .map(gate -> valid("LINK accepts the account and knows the gate. " + hosts(gate), settings))
        .orElseGet(
            () ->
                CheckStep.done(
                    Verdict.CREDENTIALS_REFUSED,
                    "User and password are right, but LINK has no gate "
                        + wanted
                        + " for this platform and partner id. Correct the gate id, or ask LINK's"
                        + " support for a gate."));
  }

  /** The whole URL would give away the secret part of ours. */
  private static String hosts(JsonNode gate) {
    String hosts =
        StreamSupport.stream(gate.path("destinations").spliterator(), false)
            .flatMap(destination -> host(destination.path("url").asText("")).stream())
            .distinct()
            .limit(5)
            .collect(Collectors.joining(", "));
    return hosts.isEmpty()
        ? "It has no destination yet: send LINK's support our URL."
        : "It reports to " + hosts + ": make sure that this is us.";
  }

  private static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(new URI(url).getHost());
    } catch (URISyntaxException notAUrl) {
      return Optional.empty();
    }
  }

  private static CheckStep schedules(ProviderResponse answer, LinkSettings settings) {
    JsonNode body = JsonBody.read(answer.body());
    return switch (answer.status()) {
      case 200 ->
          body.isContainerNode()
              ? valid("MyLINK accepts the account.", settings)
              : notLinks("base URL");
      case 401 -> refused();
      case 403 ->
          CheckStep.done(
              Verdict.ACCOUNT_SUSPENDED,
              "The credentials are right, but the account may not use MyLINK's SMS API. Ask LINK's"
                  + " support.");
      case 404 -> notLinks("base URL");
      default ->
          answer.status() / 100 == 2 || answer.status() / 100 == 3
              ? notLinks("base URL")
              : answered("MyLINK", answer);
    };
  }

  private static CheckStep valid(String explanation, LinkSettings settings) {
    boolean unprotected =
        settings.optional(LinkSettings.CALLBACK_USERNAME).isEmpty()
            && settings.optional(LinkSettings.CALLBACK_HEADER).isEmpty();
    return CheckStep.done(Verdict.VALID, explanation + (unprotected ? UNPROTECTED : ""));
  }

  private static CheckStep refused() {
    return CheckStep.done(
        Verdict.CREDENTIALS_REFUSED,
        "LINK refused the credentials. Enter them again as LINK's support or the portal shows them,"
            + " and check that the host is the one they are for.");
  }

  private static CheckStep notAllowed() {
    return CheckStep.done(
        Verdict.NOT_VERIFIABLE,
        "LINK does not let this account read its gates, so the credentials could not be verified."
            + " They may still be right: save the account and send a test message.");
  }

  private static CheckStep ids() {
    return CheckStep.done(
        Verdict.CREDENTIALS_REFUSED,
        "LINK does not know this platform id or platform partner id. Enter both as LINK's support"
            + " sent them.");
  }

  private static CheckStep notLinks(String where) {
    return CheckStep.done(
        Verdict.WRONG_HOST,
        "The answer is not LINK's: this is not its API. Check the " + where + ".");
  }

  private static CheckStep answered(String who, ProviderResponse answer) {
    return CheckStep.done(
        Verdict.NOT_VERIFIABLE, who + " answered with HTTP " + answer.status() + ". Try again.");
  }

  private static CheckStep get(
      String url, CallContext context, LinkSettings settings, Reader reader) {
    return new CheckStep.Ask(
        new ProviderRequest(
            "GET",
            context.at(url),
            Map.of(
                "Authorization", List.of(LinkCalls.authorization(context, settings)),
                "Accept", List.of("application/json")),
            new byte[0]),
        answer -> reader.read(answer, settings));
  }

  /** What an answer proves. */
  private interface Reader {
    CheckStep read(ProviderResponse answer, LinkSettings settings);
  }
}
