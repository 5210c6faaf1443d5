package io.parley.channels.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.AccountCheck;
import io.parley.channels.CallContext;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.wire.JsonBody;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks Twilio for the account, then for its numbers or WhatsApp senders (providers/twilio-sms.md
 * §1.1, providers/twilio-whatsapp.md §1). Short codes stand in no list, and neither does the
 * WhatsApp sandbox.
 */
final class TwilioAccountCheck implements AccountCheck {

  private static final String SANDBOX = "+14155238886";
  private static final String CHECK_KEY =
      "Twilio refused the credentials. Copy Account SID and Auth Token from the first page of"
          + " Twilio's console, or make a new API key.";

  private static final String NOT_TWILIO =
      "The answer is not Twilio's. Check where its API is configured to be.";

  @Override
  public CheckStep begin(CallContext context) {
    OpenAccount account = context.account();
    // A standard API key may not read the account itself, but may read its messages.
    boolean byKey =
        account.optionalSetting(TwilioProvider.API_KEY_SID).isPresent()
            && account.optionalSecret(TwilioProvider.API_KEY_SECRET).isPresent();
    String path =
        "/2010-04-01/Accounts/"
            + account.setting(TwilioProvider.ACCOUNT_SID)
            + (byKey ? "/Messages.json?PageSize=1" : ".json");
    return new CheckStep.Ask(
        get(context, context.at(TwilioCalls.API + path)),
        answer -> account(answer, context, byKey));
  }

  private static CheckStep account(ProviderResponse answer, CallContext context, boolean byKey) {
    JsonNode body = JsonBody.read(answer.body());
    return switch (answer.status()) {
      case 200 -> {
        String status = byKey ? "active" : body.path("status").asText("");
        if (!status.equals("active")) {
          yield CheckStep.done(
              status.isEmpty() ? Verdict.WRONG_HOST : Verdict.ACCOUNT_SUSPENDED,
              status.isEmpty()
                  ? NOT_TWILIO
                  : "The credentials are right, but the account is "
                      + known(status)
                      + " at Twilio.");
        }
        yield senders(context, body.path("type").asText("").equals("Trial"));
      }
      case 401 -> CheckStep.done(Verdict.CREDENTIALS_REFUSED, CHECK_KEY);
      case 403 ->
          CheckStep.done(
              Verdict.ACCOUNT_SUSPENDED,
              "Twilio knows the credentials but does not allow the call: the account is suspended,"
                  + " restricted, or these are test credentials.");
      case 404 ->
          body.isObject()
              ? CheckStep.done(
                  Verdict.CREDENTIALS_REFUSED,
                  "Twilio does not know this Account SID with these credentials.")
              : CheckStep.done(Verdict.WRONG_HOST, NOT_TWILIO);
      default -> inconclusive(answer);
    };
  }

  private static CheckStep senders(CallContext context, boolean trial) {
    boolean whatsApp = context.account().channel() == Channel.WHATSAPP;
    URI list =
        context.at(
            whatsApp
                ? "https://messaging.twilio.com/v2/Channels/Senders?Channel=whatsapp&PageSize=100"
                : TwilioCalls.API
                    + "/2010-04-01/Accounts/"
                    + context.account().setting(TwilioProvider.ACCOUNT_SID)
                    + "/IncomingPhoneNumbers.json?PageSize=1000");
    List<String> ours =
        context.account().addresses().stream()
            .filter(address -> address.type() != SenderType.SHORT_CODE)
            .map(ChannelAddress::address)
            .filter(address -> !address.equals(SANDBOX))
            .toList();
    return ours.isEmpty()
        ? CheckStep.done(Verdict.VALID, valid(trial))
        : new CheckStep.Ask(get(context, list), answer -> compared(answer, ours, whatsApp, trial));
  }

  private static CheckStep compared(
      ProviderResponse answer, List<String> ours, boolean whatsApp, boolean trial) {
    if (answer.status() != 200) {
      return CheckStep.done(
          Verdict.VALID,
          valid(trial)
              + " Whether the numbers are the account's could not be found out (HTTP "
              + answer.status()
              + ").");
    }
    JsonNode body = JsonBody.read(answer.body());
    Set<String> theirs = new HashSet<>();
    for (JsonNode number : body.path(whatsApp ? "senders" : "incoming_phone_numbers")) {
      theirs.add(
          TwilioAddresses.bare(number.path(whatsApp ? "sender_id" : "phone_number").asText("")));
    }
    List<String> missing = ours.stream().filter(address -> !theirs.contains(address)).toList();
    boolean more =
        JsonBody.text(body.path("next_page_uri")) != null
            || JsonBody.text(body.path("meta").path("next_page_url")) != null;
    if (missing.isEmpty() || more) {
      return CheckStep.done(Verdict.VALID, valid(trial));
    }
    return CheckStep.done(
        Verdict.SENDER_UNKNOWN,
        "The credentials are right, but these addresses are not the Twilio account's: "
            + String.join(", ", missing)
            + ".");
  }

  private static CheckStep inconclusive(ProviderResponse answer) {
    return CheckStep.done(
        Verdict.NOT_VERIFIABLE, "Twilio answered with HTTP " + answer.status() + ". Try again.");
  }

  private static String known(String status) {
    return switch (status) {
      case "suspended", "closed" -> status;
      default -> "not active";
    };
  }

  private static String valid(boolean trial) {
    return trial
        ? "Twilio accepts the account. It is a trial account: it reaches verified numbers only."
        : "Twilio accepts the account.";
  }

  private static ProviderRequest get(CallContext context, URI uri) {
    return new ProviderRequest(
        "GET",
        uri,
        Map.of(
            "Authorization", List.of(TwilioCalls.basic(context.account())),
            "Accept", List.of("application/json")),
        new byte[0]);
  }
}
