package io.parley.channels.twilio;

import static io.parley.channels.twilio.Samples.ACCOUNT_SID;
import static io.parley.channels.twilio.Samples.API_KEY_SECRET;
import static io.parley.channels.twilio.Samples.API_KEY_SID;
import static io.parley.channels.twilio.Samples.OURS;
import static io.parley.channels.twilio.Samples.SANDBOX;
import static io.parley.channels.twilio.Samples.TOKEN;
import static io.parley.channels.twilio.Samples.WHATSAPP_OURS;
import static io.parley.channels.twilio.Samples.account;
import static io.parley.channels.twilio.Samples.context;
import static io.parley.channels.twilio.Samples.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CallContext;
import io.parley.channels.CheckResult;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.Endpoints;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.wire.BasicCredentials;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checking an account (providers/twilio-sms.md §1.1, providers/twilio-whatsapp.md §1). */
class TwilioAccountCheckTest {

  private static final String ACCOUNT = "/2010-04-01/Accounts/" + ACCOUNT_SID;
  private static final ProviderResponse ACTIVE =
      response(200, "{\"sid\":\"" + ACCOUNT_SID + "\",\"status\":\"active\",\"type\":\"Full\"}");
  private static final ProviderResponse NUMBERS =
      response(
          200,
          "{\"incoming_phone_numbers\":[{\"phone_number\":\"+12065550199\"},{\"phone_number\":\""
              + OURS
              + "\"}],\"next_page_uri\":null}");
  private static final OpenAccount BY_KEY =
      account(
          Channel.SMS,
          Map.of("apiKeySid", API_KEY_SID),
          Map.of("authToken", TOKEN, "apiKeySecret", API_KEY_SECRET));

  private final List<ProviderRequest> asked = new ArrayList<>();

  @Test
  void accountAndItsNumbersAreAskedForWithTheToken() {
    // When
    CheckResult result = run(account(Channel.SMS), ACTIVE, NUMBERS);

    // Then
    assertThat(result).isEqualTo(new CheckResult(Verdict.VALID, "Twilio accepts the account."));
    assertThat(asked)
        .extracting(request -> request.method() + " " + request.uri())
        .containsExactly(
            "GET https://api.twilio.com" + ACCOUNT + ".json",
            "GET https://api.twilio.com" + ACCOUNT + "/IncomingPhoneNumbers.json?PageSize=1000");
    assertThat(asked)
        .allSatisfy(
            request ->
                assertThat(request.headers())
                    .containsEntry(
                        "Authorization",
                        List.of(new BasicCredentials(ACCOUNT_SID, TOKEN).header())));
  }

  @Test
  void apiKeyThatMayNotReadTheAccountReadsItsMessages() {
    // When
    CheckResult result = run(BY_KEY, response(200, "{\"messages\":[]}"), NUMBERS);

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(asked.getFirst().uri())
        .hasToString("https://api.twilio.com" + ACCOUNT + "/Messages.json?PageSize=1");
    assertThat(asked.getFirst().headers())
        .containsEntry(
            "Authorization", List.of(new BasicCredentials(API_KEY_SID, API_KEY_SECRET).header()));
  }

  @Test
  void whatsAppSendersAreAskedForAtTheirOwnHost() {
    // When
    CheckResult result =
        run(
            account(Channel.WHATSAPP),
            ACTIVE,
            response(
                200,
                "{\"senders\":[{\"sender_id\":\"whatsapp:" + WHATSAPP_OURS + "\"}],\"meta\":{}}"));

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(asked.get(1).uri())
        .hasToString(
            "https://messaging.twilio.com/v2/Channels/Senders?Channel=whatsapp&PageSize=100");
  }

  @Test
  void callsGoToThePlaceInFront() {
    // Given
    CallContext context =
        new CallContext(
            account(Channel.SMS),
            new Endpoints(URI.create("http://localhost:1234")),
            Samples.NOW,
            null);

    // When
    CheckStep first = new TwilioAccountCheck().begin(context);

    // Then
    assertThat(((CheckStep.Ask) first).request().uri())
        .hasToString("http://localhost:1234" + ACCOUNT + ".json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | {\"code\":20003} | CREDENTIALS_REFUSED | Copy Account SID and Auth Token",
        "403 | | ACCOUNT_SUSPENDED | suspended, restricted, or these are test credentials",
        "404 | {\"code\":20404} | CREDENTIALS_REFUSED | does not know this Account SID",
        "200 | {\"status\":\"suspended\"} | ACCOUNT_SUSPENDED | account is suspended",
        "200 | {\"status\":\"closed\"} | ACCOUNT_SUSPENDED | account is closed",
        "200 | {\"status\":\"<b>\"} | ACCOUNT_SUSPENDED | account is not active",
        "200 | <html> | WRONG_HOST | not Twilio's",
        "200 | | WRONG_HOST | not Twilio's",
        "404 | <html> | WRONG_HOST | not Twilio's",
        "429 | | NOT_VERIFIABLE | HTTP 429",
        "500 | | NOT_VERIFIABLE | HTTP 500"
      })
  void everyRefusalHasItsExplanation(
      int status, @Nullable String body, Verdict verdict, String explanation) {
    // When
    CheckResult result = run(account(Channel.SMS), response(status, body == null ? "" : body));

    // Then
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.explanation()).contains(explanation).doesNotContain(TOKEN, "<b>");
    assertThat(asked).hasSize(1);
  }

  @Test
  void numberOfSomebodyElseIsNamed() {
    // When
    CheckResult result =
        run(account(Channel.SMS), ACTIVE, response(200, "{\"incoming_phone_numbers\":[]}"));

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.SENDER_UNKNOWN);
    assertThat(result.explanation()).contains(OURS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SMS | {\"incoming_phone_numbers\":[],\"next_page_uri\":\"/2010\"}",
        "WHATSAPP | {\"senders\":[],\"meta\":{\"next_page_url\":\"https://x\"}}"
      })
  void numberMayStandOnAPageThatWasNotRead(Channel channel, String page) {
    // When
    CheckResult result = run(account(channel), ACTIVE, response(200, page));

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void listThatIsNotGivenIsMentioned() {
    // When
    CheckResult result = run(account(Channel.SMS), ACTIVE, response(401, ""));

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(result.explanation()).contains("could not be found out (HTTP 401)");
  }

  @Test
  void trialAccountIsSaidToBeOne() {
    // When
    CheckResult result =
        run(
            account(Channel.SMS),
            response(200, "{\"status\":\"active\",\"type\":\"Trial\"}"),
            NUMBERS);

    // Then
    assertThat(result.explanation()).contains("trial account");
  }

  @Test
  void shortCodesAndTheSandboxStandInNoList() {
    // Given
    OpenAccount listed = account(Channel.WHATSAPP);
    ChannelAddress shortCode =
        new ChannelAddress(
            Samples.ADDRESS_ID,
            Samples.ACCOUNT_ID,
            Channel.SMS,
            "72345",
            "Service",
            SenderType.SHORT_CODE);
    OpenAccount account =
        new OpenAccount(
            listed.id(),
            Channel.SMS,
            listed.settings(),
            listed.secrets(),
            List.of(shortCode, Samples.ours(Channel.WHATSAPP, SANDBOX)));

    // When
    CheckResult result = run(account, ACTIVE);

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(asked).hasSize(1);
  }

  private CheckResult run(OpenAccount account, ProviderResponse... answers) {
    CheckStep step = new TwilioAccountCheck().begin(context(account));
    for (ProviderResponse answer : answers) {
      if (step instanceof CheckStep.Ask ask) {
        asked.add(ask.request());
        step = ask.next().apply(answer);
      }
    }
    return ((CheckStep.Done) step).result();
  }
}
