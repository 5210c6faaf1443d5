package io.parley.channels.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.AccountCheck;
import io.parley.channels.CallContext;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderResponse;
import io.parley.channels.TokenIssuer;
import io.parley.channels.TokenResult;
import io.parley.channels.wire.JsonBody;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists the resource's numbers and compares ours with them; short codes and names are in no list,
 * so for each of them it asks about an opt-out, which only the owner may
 * (providers/azure-communication-services.md §1).
 */
final class AzureAccountCheck implements AccountCheck {

  private static final int MOST_PAGES = 5;
  private static final int MOST_QUESTIONS = 5;
  private static final String VALID = "Azure accepts the account.";

  private final TokenIssuer tokens;

  AzureAccountCheck(TokenIssuer tokens) {
    this.tokens = tokens;
  }

  @Override
  public CheckStep begin(CallContext context) {
    if (!AzureSettings.usesEntra(context.account().settings())) {
      return numbers(context, Map.of(), 0);
    }
    return new CheckStep.Ask(
        tokens.request(context),
        answer ->
            switch (tokens.read(answer)) {
              case TokenResult.Issued issued ->
                  numbers(
                      new CallContext(
                          context.account(), context.endpoints(), context.now(), issued.token()),
                      Map.of(),
                      0);
              case TokenResult.Refused refused ->
                  CheckStep.done(Verdict.CREDENTIALS_REFUSED, refused.reason().text());
              case TokenResult.Unavailable unavailable ->
                  CheckStep.done(Verdict.NOT_VERIFIABLE, unavailable.reason().text());
            });
  }

  /** Asks for a page of numbers, with what each can do on the pages before. */
  private static CheckStep numbers(CallContext context, Map<String, String> before, int page) {
    return new CheckStep.Ask(
        AzureCalls.numbers(context, page * AzureCalls.PAGE),
        answer ->
            answer.status() == 200
                ? listed(answer, context, before, page)
                : refusal(answer, context));
  }

  private static CheckStep listed(
      ProviderResponse answer, CallContext context, Map<String, String> before, int page) {
    JsonNode body = JsonBody.read(answer.body());
    if (!body.path("phoneNumbers").isArray()) {
      return wrongHost();
    }
    Map<String, String> abilities = new HashMap<>(before);
    for (JsonNode number : body.path("phoneNumbers")) {
      abilities.put(
          number.path("phoneNumber").asText(""),
          number.path("capabilities").path("sms").asText(""));
    }
    List<String> ours = addresses(context.account(), true);
    boolean more = JsonBody.text(body.path("nextLink")) != null;
    if (more && !abilities.keySet().containsAll(ours) && page + 1 < MOST_PAGES) {
      return numbers(context, abilities, page + 1);
    }
    return compared(ours, abilities, more, context);
  }

  private static CheckStep compared(
      List<String> ours, Map<String, String> abilities, boolean more, CallContext context) {
    List<String> missing = ours.stream().filter(one -> !abilities.containsKey(one)).toList();
    if (!missing.isEmpty() && !more) {
      return CheckStep.done(
          Verdict.SENDER_UNKNOWN,
          "The credentials are right, but these addresses are not this resource's: "
              + String.join(", ", missing)
              + ".");
    }
    List<String> mute = without("outbound", ours, abilities);
    if (!mute.isEmpty()) {
      return CheckStep.done(
          Verdict.SENDER_UNKNOWN,
          "The credentials are right, but these numbers cannot send text messages: "
              + String.join(", ", mute)
              + ".");
    }
    List<String> remarks = new ArrayList<>();
    if (!missing.isEmpty()) {
      remarks.add("The list of numbers is too long to be read whole.");
    }
    List<String> deaf = without("inbound", ours, abilities);
    if (!deaf.isEmpty()) {
      remarks.add("Customers cannot answer these numbers: " + String.join(", ", deaf) + ".");
    }
    List<String> others = addresses(context.account(), false);
    return others(context, others.subList(0, Math.min(others.size(), MOST_QUESTIONS)), remarks);
  }

  /** Those of ours that are listed and lack an ability. */
  private static List<String> without(
      String ability, List<String> ours, Map<String, String> abilities) {
    return ours.stream()
        .filter(one -> !abilities.getOrDefault(one, ability).contains(ability))
        .toList();
  }

  /** Asks about one sender after the other that stands in no list. */
  private static CheckStep others(CallContext context, List<String> senders, List<String> remarks) {
    if (senders.isEmpty()) {
      return CheckStep.done(Verdict.VALID, said(VALID, remarks));
    }
    String sender = senders.getFirst();
    List<String> rest = senders.subList(1, senders.size());
    return new CheckStep.Ask(
        AzureCalls.optOuts(context, sender),
        answer ->
            switch (answer.status()) {
              case 200 -> others(context, rest, remarks);
              case 401 ->
                  CheckStep.done(
                      Verdict.SENDER_UNKNOWN,
                      "The credentials are right, but Azure does not let this resource ask about "
                          + sender
                          + ": most likely it is not this resource's. That Azure says so in this"
                          + " way could not be confirmed.");
              default -> {
                List<String> more = new ArrayList<>(remarks);
                more.add(
                    "Whether "
                        + sender
                        + " is this resource's could not be found out (HTTP "
                        + answer.status()
                        + ").");
                yield others(context, rest, more);
              }
            });
  }

  private static CheckStep refusal(ProviderResponse answer, CallContext context) {
    int status = answer.status();
    return switch (status) {
      case 401 ->
          CheckStep.done(
              Verdict.CREDENTIALS_REFUSED,
              AzureSettings.usesEntra(context.account().settings())
                  ? "Azure refused the access token. Check the endpoint, and that the application"
                      + " is of the resource's tenant."
                  : "Azure refused the access key: it is wrong, was regenerated, or belongs to"
                      + " another resource. Copy the connection string again from the portal, and"
                      + " check that this server's clock is right.");
      case 403 ->
          CheckStep.done(
              Verdict.ACCOUNT_SUSPENDED,
              "Azure knows the credentials but does not allow the call: the subscription is"
                  + " suspended, text messages are not enabled, or the application has no role at"
                  + " the resource.");
      case 404 -> wrongHost();
      default -> {
        ErrorBody body = ErrorBody.read(answer.body());
        yield status / 100 == 3
            ? wrongHost()
            : CheckStep.done(
                Verdict.NOT_VERIFIABLE,
                "Azure answered with HTTP "
                    + status
                    + (body.code() == null ? "" : " (" + body.code() + ")")
                    + ". Try again.");
      }
    };
  }

  private static CheckStep wrongHost() {
    return CheckStep.done(
        Verdict.WRONG_HOST,
        "What answered is not a Communication Services resource. Copy the connection string or the"
            + " endpoint again from the portal.");
  }

  private static List<String> addresses(OpenAccount account, boolean numbers) {
    return account.addresses().stream()
        .filter(
            address ->
                numbers
                    == (address.type() == SenderType.LONG_CODE
                        || address.type() == SenderType.TOLL_FREE))
        .map(ChannelAddress::address)
        .toList();
  }

  private static String said(String first, Collection<String> more) {
    return more.isEmpty() ? first : first + " " + String.join(" ", more);
  }
}
