package io.parley.channels.vibes;

import static io.parley.channels.vibes.Samples.CARRIER_ERROR;
import static io.parley.channels.vibes.Samples.HANDSET;
import static io.parley.channels.vibes.Samples.INBOUND;
import static io.parley.channels.vibes.Samples.INBOUND_CREDENTIALS;
import static io.parley.channels.vibes.Samples.NOW;
import static io.parley.channels.vibes.Samples.STOP;
import static io.parley.channels.vibes.Samples.account;
import static io.parley.channels.vibes.Samples.call;
import static io.parley.channels.vibes.Samples.message;
import static io.parley.channels.vibes.Samples.receive;
import static io.parley.channels.vibes.Samples.settings;
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

class VibesReceiverTest {

  private final VibesReceiver receiver = new VibesReceiver();

  @Test
  void documentedMessageIsRead() {
    // When
    Reception reception = receive(INBOUND);

    // Then
    assertThat(reception)
        .isEqualTo(
            Reception.Understood.message(
                new MessageReceived(
                    Samples.ACCOUNT_ID,
                    Samples.ADDRESS_ID,
                    Channel.SMS,
                    "vibes",
                    "5d0c9f9e-0b1a-4a35-8a0e-aa0a54f2d911",
                    new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, "+13125550143"),
                    null,
                    "73355",
                    "Where is my order?",
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    CustomerProfile.UNKNOWN,
                    null,
                    Map.of(
                        "attemptNumber", "1",
                        "source.carrier", "104",
                        "source.type", "MDN",
                        "destination.type", "SC"),
                    Instant.parse("2026-02-11T13:42:10Z"),
                    NOW),
                new WebhookAnswer(200, null, "")));
  }

  @Test
  void documentedStopInCdataFromANationalNumberIsRead() {
    // When
    MessageReceived message = message(receive(STOP));

    // Then
    assertThat(message.from().value()).isEqualTo("+13125550143");
    assertThat(message.replyTo()).isEqualTo("3125550143");
    assertThat(message.text()).isEqualTo("stop");
    assertThat(message.consent()).isEqualTo(ConsentSignal.STOP);
    assertThat(message.attributes()).containsEntry("attemptNumber", "2");
  }

  @ParameterizedTest
  @CsvSource({
    "+13125550143, +13125550143, ",
    "13125550143, +13125550143, ",
    "3125550143, +13125550143, 3125550143"
  })
  void customerIsReadInEveryForm(String source, String customer, String replyTo) {
    // When
    MessageReceived message = message(receive(INBOUND.replace("+13125550143", source)));

    // Then
    assertThat(message.from().value()).isEqualTo(customer);
    assertThat(message.replyTo()).isEqualTo(replyTo);
  }

  @ParameterizedTest
  @CsvSource({
    "73355, 73355",
    "+18885550123, +18885550123",
    "18885550123, +18885550123",
    "8885550123, +18885550123"
  })
  void ourAddressIsReadInEveryForm(String destination, String ours) {
    // When
    MessageReceived message = message(receive(INBOUND.replace("73355", destination)));

    // Then
    assertThat(message.to()).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource({
    "STOP, STOP",
    "end, STOP",
    "Quit, STOP",
    "CANCEL, STOP",
    "UNSUBSCRIBE, STOP",
    "stopall, STOP",
    "HELP, HELP",
    "info, HELP",
    "START, START",
    "UNSTOP, START",
    "please stop, "
  })
  void consentIsReadFromTheText(String text, ConsentSignal signal) {
    // When
    MessageReceived message = message(receive(INBOUND.replace("Where is my order?", text)));

    // Then
    assertThat(message.consent()).isEqualTo(signal);
  }

  @Test
  void stopWordsAreTheAccounts() {
    // When
    MessageReceived message =
        message(
            receive(INBOUND.replace("Where is my order?", "Arret"), "stopWords", "ARRET, STOP"));

    // Then
    assertThat(message.consent()).isEqualTo(ConsentSignal.STOP);
  }

  @Test
  void yesDoesNotUndoAStopAtATollFreeNumber() {
    // Given
    String yes = INBOUND.replace("Where is my order?", "YES");

    // When
    MessageReceived tollFree = message(receive(yes.replace("73355", "+18885550123")));

    // Then
    assertThat(tollFree.consent()).isNull();
    assertThat(message(receive(yes)).consent()).isEqualTo(ConsentSignal.START);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<message/>", "<message></message>"})
  void messageWithoutTextIsOne(String element) {
    // When
    MessageReceived message =
        message(receive(INBOUND.replace("<message>Where is my order?</message>", element)));

    // Then
    assertThat(message.text()).isEmpty();
  }

  @Test
  void partOfALongTextIsAMessageThatSaysSo() {
    // When
    MessageReceived message =
        message(
            receive(
                INBOUND.replace("<message>", "<longMessageInfo ref=\"7\" part=\"1\"/><message>")));

    // Then
    assertThat(message.attributes())
        .containsEntry("longMessageInfo.ref", "7")
        .containsEntry("longMessageInfo.part", "1");
  }

  @Test
  void namespacesAndIsoDatesAreTolerated() {
    // When
    MessageReceived message =
        message(
            receive(
                INBOUND
                    .replace("<moMessage ", "<v:moMessage xmlns:v=\"urn:x\" ")
                    .replace("</moMessage>", "</v:moMessage>")
                    .replace("2026-02-11 13:42:10 +0000", "2026-02-11T13:42:10.5-06:00")));

    // Then
    assertThat(message.sentAt()).isEqualTo(Instant.parse("2026-02-11T19:42:10.5Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "messageId, id, a message without messageId",
    "<source address, <source number, a message without a source address",
    "<destination address, <destination number, a message without our address",
    "73355, 73356, the account has no address 73356",
    "73355, '&lt;b>', the account has no address (not printable)",
    "moMessage, other, neither a message nor a receipt"
  })
  void whatIsNoMessageIsAcknowledgedAndKept(String from, String to, String reason) {
    // When
    Reception reception = receive(INBOUND.replace(from, to));

    // Then
    assertThat(reception)
        .isEqualTo(new Reception.NotUnderstood(reason, new WebhookAnswer(200, null, "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "<moMessage>",
        "<!DOCTYPE moMessage [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><moMessage>&x;</moMessage>",
        "<deliver version=\"1.0\"><message text=\"hi\"/></deliver>"
      })
  void whatIsNoXmlOfVibesIsAcknowledgedAndKept(String body) {
    // When
    Reception reception = receive(body);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotUnderstood.class);
  }

  @Test
  void bodyBeyond64KibIsKept() {
    // When
    Reception reception = receive(INBOUND.replace("Where is my order?", "x".repeat(64 * 1024)));

    // Then
    assertThat(reception).extracting("reason").asString().contains("longer than 65536");
  }

  @Test
  void documentedCredentialsAreTheseBytes() {
    // Then
    assertThat(new BasicCredentials("ops@harborbooks.example", "Tide-42").header())
        .isEqualTo("Basic b3BzQGhhcmJvcmJvb2tzLmV4YW1wbGU6VGlkZS00Mg==");
    assertThat(BasicCredentials.parse("basic bW8taG9vazpSZWVmLTc3"))
        .contains(new BasicCredentials("mo-hook", "Reef-77"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic bW8taG9vazpSZWVmLTc3", "basic bW8taG9vazpSZWVmLTc3"})
  void documentedCredentialsAreAccepted(String authorization) {
    // When
    Reception reception =
        receiver.receive(call("", authorization, INBOUND), account(settings()), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Understood.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic",
        "Basic !",
        "Basic bW8taG9vazpSZWVmLTc4",
        "Bearer bW8taG9vazpSZWVmLTc3"
      })
  void otherCredentialsAreRefusedWithAChallenge(String authorization) {
    // When
    Reception reception =
        receiver.receive(call("", authorization, INBOUND), account(settings()), NOW);

    // Then
    assertThat(((Reception.NotAuthentic) reception).challenge()).startsWith("Basic");
    assertThat(reception.toString()).doesNotContain("Reef");
  }

  @Test
  void oldPasswordIsAcceptedWhileItIsBeingChanged() {
    // Given
    WebhookRequest call = call("", INBOUND_CREDENTIALS, INBOUND);

    // When
    Reception during =
        receiver.receive(
            call,
            account(settings(), Map.of("inboundPassword", "new", "oldInboundPassword", "Reef-77")),
            NOW);
    Reception after =
        receiver.receive(call, account(settings(), Map.of("inboundPassword", "new")), NOW);

    // Then
    assertThat(during).isInstanceOf(Reception.Understood.class);
    assertThat(after).isInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void receiptsNeedNoPasswordAndMessagesCannotPassForThem() {
    // When
    Reception receipt = receiver.receive(call("/status", null, HANDSET), account(settings()), NOW);
    Reception message = receiver.receive(call("/status", null, INBOUND), account(settings()), NOW);
    Reception elsewhere =
        receiver.receive(call("/status/x", null, CARRIER_ERROR), account(settings()), NOW);

    // Then
    assertThat(receipt).isInstanceOf(Reception.Understood.class);
    assertThat(message).isInstanceOf(Reception.NotUnderstood.class);
    assertThat(elsewhere).isInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void accountWithoutInboundUserReliesOnItsUrl() {
    // Given
    Map<String, String> open = settings("inboundUsername", "(none)");

    // When
    Reception message = receiver.receive(call("", null, INBOUND), account(open), NOW);
    Reception misplaced = receiver.receive(call("/status", null, INBOUND), account(open), NOW);

    // Then
    assertThat(message).isInstanceOf(Reception.Understood.class);
    assertThat(misplaced).isInstanceOf(Reception.Understood.class);
  }

  @ParameterizedTest
  @CsvSource({"35.155.139.143, true", "35.155.139.144, false", ", false"})
  void callerHasToBeInTheListEvenForReceipts(String caller, boolean accepted) {
    // Given
    WebhookRequest call =
        new WebhookRequest(
            "POST", Samples.URL, "/status", null, Map.of(), HANDSET.getBytes(UTF_8), caller);

    // When
    Reception reception =
        receiver.receive(
            call, account(settings("callbackAddresses", "35.155.139.143, 52.32.61.199")), NOW);

    // Then
    assertThat(reception instanceof Reception.Understood).isEqualTo(accepted);
  }

  @Test
  void otherMethodsAreNotVibes() {
    // When
    Reception reception =
        receiver.receive(
            new WebhookRequest("GET", Samples.URL, "", null, Map.of(), new byte[0]),
            account(settings()),
            NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Malformed.class);
  }
}
