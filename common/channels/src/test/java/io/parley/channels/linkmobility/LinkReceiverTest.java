package io.parley.channels.linkmobility;

import static io.parley.channels.linkmobility.Samples.DELIVERED;
import static io.parley.channels.linkmobility.Samples.INBOUND;
import static io.parley.channels.linkmobility.Samples.MYLINK_INBOUND;
import static io.parley.channels.linkmobility.Samples.NOW;
import static io.parley.channels.linkmobility.Samples.account;
import static io.parley.channels.linkmobility.Samples.call;
import static io.parley.channels.linkmobility.Samples.common;
import static io.parley.channels.linkmobility.Samples.message;
import static io.parley.channels.linkmobility.Samples.myLink;
import static io.parley.channels.linkmobility.Samples.receipt;
import static io.parley.channels.linkmobility.Samples.receive;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.BasicCredentials;
import io.parley.events.Channel;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerProfile;
import io.parley.events.MessageReceived;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkReceiverTest {

  private final LinkReceiver receiver = new LinkReceiver();

  @Test
  void documentedMessageIsRead() {
    // When
    Reception reception = receive(common(), INBOUND);

    // Then
    assertThat(reception)
        .isEqualTo(
            Reception.Understood.message(
                new MessageReceived(
                    Samples.ACCOUNT_ID,
                    Samples.ADDRESS_ID,
                    Channel.SMS,
                    "link-mobility",
                    "Ff0kR2+uYQkAAAGQm1/8pTz4",
                    new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, "+4790012345"),
                    null,
                    "27333",
                    "Harbor hvor er pakken min?",
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    CustomerProfile.UNKNOWN,
                    null,
                    Map.ofEntries(
                        Map.entry("content.type", "SMS"),
                        Map.entry("content.encoding", "TEXT"),
                        Map.entry("operator", "no.telia"),
                        Map.entry("operatorTimestamp", "2026-02-11T07:42:09Z"),
                        Map.entry("operatorMessageId", "884120077"),
                        Map.entry("route.type", "KEYWORD_ROUTE"),
                        Map.entry("route.id", "kw-771"),
                        Map.entry("route.refId", "harbor"),
                        Map.entry("route.gateIds.0", "Mx2cTy7p"),
                        Map.entry("route.platformId", "SMSC"),
                        Map.entry("route.platformPartnerId", "48213"),
                        Map.entry("route.number", "NO-27333"),
                        Map.entry("route.keyword", "HARBOR"),
                        Map.entry("route.keywordType", "FIRST_WORD"),
                        Map.entry("route.active", "true"),
                        Map.entry("route.shared", "false"),
                        Map.entry("route.description", "Harbor Books"),
                        Map.entry("customParameters.suggestedOperator", "no.telia"),
                        Map.entry("customParameters.queued", "2026-02-11 08:42:10")),
                    Instant.parse("2026-02-11T07:42:10Z"),
                    NOW),
                new WebhookAnswer(200, "text/plain", "OK")));
  }

  @Test
  void acknowledgementIsTheAccounts() {
    // When
    Reception reception = receive(common("acknowledgement", "ACK 1"), INBOUND);

    // Then
    assertThat(((Reception.Understood) reception).answer().body()).isEqualTo("ACK 1");
  }

  @ParameterizedTest
  @CsvSource({
    "NO-27333, 27333",
    "SE-27333, 27333",
    "27333, 27333",
    "+46731240011, +46731240011",
    "46731240011, +46731240011"
  })
  void destinationIsMatchedByItsDigits(String destination, String ours) {
    // When
    Reception reception = receive(common(), INBOUND.replaceFirst("NO-27333", destination));

    // Then
    assertThat(message(reception).to()).isEqualTo(ours);
  }

  @Test
  void subNumberBeyond32BitsIsKept() {
    // When
    Reception reception =
        receive(common(), INBOUND.replace("\"subNumber\":null", "\"subNumber\":4100000007"));

    // Then
    assertThat(message(reception).attributes()).containsEntry("subNumber", "4100000007");
  }

  @Test
  void keywordIsStrippedOnRequest() {
    // When
    Reception reception = receive(common("stripKeyword", "true"), INBOUND);

    // Then
    assertThat(message(reception).text()).isEqualTo("hvor er pakken min?");
  }

  @Test
  void nulAndHalfCharactersAreTakenOutOfTheText() {
    // When
    Reception reception = receive(common(), INBOUND.replace("pakken min?", "\\u0000pakken\\ud800"));

    // Then
    assertThat(message(reception).text()).isEqualTo("Harbor hvor er pakken\ufffd");
  }

  @ParameterizedTest
  @CsvSource({
    "\"messageId\", \"id\", a message without messageId",
    "\"source\", \"sender\", a message without source",
    "\"destination\", \"to\", a message without our address",
    "NO-27333, NO-27334, the account has no address NO-27334",
    "NO-27333, <b>, the account has no address (not printable)",
    "\"content\", \"contents\", neither a message nor a delivery report"
  })
  void whatIsNoMessageIsKeptWithTheReason(String from, String to, String reason) {
    // When
    Reception reception = receive(common(), INBOUND.replaceFirst(from, to));

    // Then
    assertThat(reception)
        .isEqualTo(new Reception.NotUnderstood(reason, new WebhookAnswer(200, "text/plain", "OK")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<mo/>", "", "[]", "{}", "7", "{\"a\":", "null"})
  void whatIsNoJsonIsKept(String body) {
    // When
    Reception reception = receive(common(), body);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotUnderstood.class);
  }

  @Test
  void eventOfTheOtherApiIsKeptWithTheReason() {
    // When
    Reception common = receive(common(), MYLINK_INBOUND);
    Reception myLink = receive(myLink(), INBOUND);

    // Then
    assertThat(common)
        .extracting("reason")
        .isEqualTo("an event of MyLINK at an account of the Common API");
    assertThat(myLink)
        .extracting("reason")
        .isEqualTo("a call of the Common API at an account of MyLINK");
  }

  @Test
  void reportInAQueryIsRead() {
    // Given
    WebhookRequest get =
        call("GET", "/status", "id=Hb7qLw%2BT0k&resultCode=1001&refId=x&segments=1", Map.of(), "");

    // When
    Reception reception = receiver.receive(get, account(common()), NOW);

    // Then
    assertThat(receipt(reception).providerMessageId()).isEqualTo("Hb7qLw+T0k");
    assertThat(receipt(reception).status()).hasToString("DELIVERED");
  }

  @Test
  void messageAsAFormIsRead() {
    // Given
    WebhookRequest form =
        call(
            "POST",
            "",
            null,
            Map.of("content-type", "application/x-www-form-urlencoded"),
            "messageId=m1&source=%2B4790012345&destination=NO-27333&content.userData=Hei+du");

    // When
    Reception reception = receiver.receive(form, account(common()), NOW);

    // Then
    assertThat(message(reception).text()).isEqualTo("Hei du");
    assertThat(message(reception).attributes()).isEmpty();
  }

  @Test
  void documentedCredentialsAreTheseBytes() {
    // Then
    assertThat(new BasicCredentials("dlr_hook", "Zx81-push").header())
        .isEqualTo("Basic ZGxyX2hvb2s6Wng4MS1wdXNo");
    assertThat(new BasicCredentials("harbor_api", "Kelp&Tide-9").header())
        .isEqualTo("Basic aGFyYm9yX2FwaTpLZWxwJlRpZGUtOQ==");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic",
        "Basic !!!",
        "Bearer ZGxyX2hvb2s6Wng4MS1wdXNo",
        "Basic ZGxyX2hvb2s6Wng4MS1wdXNp",
        "Basic aGFyYm9yX2FwaTpLZWxwJlRpZGUtOQ==",
        "Basic ZGxyX2hvb2s6"
      })
  void otherCredentialsAreRefusedWithAChallenge(String authorization) {
    // Given
    WebhookRequest call = call("POST", "", null, Map.of("authorization", authorization), INBOUND);

    // When
    Reception reception = receiver.receive(call, account(common()), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
    assertThat(((Reception.NotAuthentic) reception).challenge()).startsWith("Basic");
    assertThat(reception.toString()).doesNotContain("Zx81", "Kelp");
  }

  @Test
  void oldPasswordIsAcceptedWhileItIsBeingChanged() {
    // Given
    Map<String, String> changing =
        Map.of("callbackPassword", "new-one", "oldCallbackPassword", "Zx81-push");
    Map<String, String> changed = Map.of("callbackPassword", "new-one");

    // When
    Reception during = receiver.receive(call(INBOUND), account(common(), changing), NOW);
    Reception after = receiver.receive(call(INBOUND), account(common(), changed), NOW);

    // Then
    assertThat(during).isInstanceOf(Reception.Understood.class);
    assertThat(after).isInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void missingPasswordRefusesEverybody() {
    // When
    Reception reception = receiver.receive(call(INBOUND), account(common(), Map.of()), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void accountWithoutCallbackUserReliesOnItsUrl() {
    // Given
    WebhookRequest bare = call("POST", "", null, Map.of("authorization", ""), INBOUND);

    // When
    Reception reception =
        receiver.receive(bare, account(common("callbackUsername", "(none)")), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Understood.class);
  }

  @ParameterizedTest
  @CsvSource({"Zk3vQ9, true", "zk3vQ9, false", "'', false"})
  void fixedHeaderHasToBeThere(String value, boolean accepted) {
    // Given
    Map<String, String> secrets =
        Map.of("callbackPassword", "Zx81-push", "callbackHeaderValue", "Zk3vQ9");
    WebhookRequest call = call("POST", "", null, Map.of("x-harbor-hook", value), INBOUND);

    // When
    Reception reception =
        receiver.receive(call, account(common("callbackHeader", "X-Harbor-Hook"), secrets), NOW);

    // Then
    assertThat(reception instanceof Reception.Understood).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({"213.242.87.38, true", "213.242.87.42, false", ", false"})
  void callerHasToBeInTheList(String caller, boolean accepted) {
    // Given
    WebhookRequest from = call(INBOUND);
    WebhookRequest call =
        new WebhookRequest(
            from.method(),
            from.publicUrl(),
            from.subPath(),
            null,
            from.headers(),
            INBOUND.getBytes(UTF_8),
            caller);

    // When
    Reception reception =
        receiver.receive(
            call,
            account(common("callbackAddresses", "195.84.162.34 213.242.87.36-213.242.87.41")),
            NOW);

    // Then
    assertThat(reception instanceof Reception.Understood).isEqualTo(accepted);
  }

  @Test
  void otherMethodsAreNotLinks() {
    // When
    Reception reception =
        receiver.receive(call("DELETE", "", null, Map.of(), DELIVERED), account(common()), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Malformed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "STOP, , STOP",
    "stopp, , STOP",
    "Avslutt, , STOP",
    "unsubscribe, , STOP",
    "HARBOR STOPP, HARBOR, STOP",
    "harbor stop, HARBOR, STOP",
    "Harbor help, HARBOR, HELP",
    "START, , START",
    "stop sending books, , ",
    "Harbor stop it, HARBOR, "
  })
  void consentIsReadWithAndWithoutTheKeyword(String text, String keyword, ConsentSignal expected) {
    // Given
    Keyword route = new Keyword(keyword, false, false);

    // When
    ConsentSignal signal = route.consent(text, new LinkSettings(common()).stopWords());

    // Then
    assertThat(signal).isEqualTo(expected);
  }

  @Test
  void linksOwnStopServiceIsAStopWhateverElseIsSaid() {
    // Given
    Keyword shared = new Keyword("STOPP", false, true);

    // When
    ConsentSignal signal = shared.consent("stopp Harbor", new LinkSettings(common()).stopWords());

    // Then
    assertThat(signal).isEqualTo(ConsentSignal.STOP);
  }

  @ParameterizedTest
  @CsvSource({
    "HARBOR, false, harbor  hei, hei",
    "HARBOR, false, HARBOR, ''",
    "HARBOR, false, harbors hei, harbors hei",
    "HARBOR, true, harborhei, hei",
    "HARBOR, false, hei harbor, hei harbor",
    ", false, hei, hei"
  })
  void onlyTheKeywordAtTheBeginningIsStripped(
      String keyword, boolean startsWith, String text, String expected) {
    // When
    String stripped = new Keyword(keyword, startsWith, false).stripped(text);

    // Then
    assertThat(stripped).isEqualTo(expected);
  }
}
