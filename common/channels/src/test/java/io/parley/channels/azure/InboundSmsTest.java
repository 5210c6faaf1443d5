package io.parley.channels.azure;

import static io.parley.channels.azure.Samples.ACCOUNT_ID;
import static io.parley.channels.azure.Samples.ADDRESS_ID;
import static io.parley.channels.azure.Samples.INBOUND;
import static io.parley.channels.azure.Samples.NOW;
import static io.parley.channels.azure.Samples.OURS;
import static io.parley.channels.azure.Samples.RESOURCE;
import static io.parley.channels.azure.Samples.message;
import static io.parley.channels.azure.Samples.phone;
import static io.parley.channels.azure.Samples.receive;
import static io.parley.channels.azure.Samples.receiveInbound;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.events.Channel;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerProfile;
import io.parley.events.MessageReceived;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers write (providers/azure-communication-services.md §4.2, §6 and §8). */
class InboundSmsTest {

  private static final String ID = "0f7b2c1e-7a5d-4b55-8f0c-6a8b8d3f0c01";
  private static final String AS_CLOUD_EVENT =
      INBOUND
          .substring(1, INBOUND.length() - 1)
          .replace("\"topic\"", "\"source\"")
          .replace("\"eventType\"", "\"specversion\":\"1.0\",\"type\"")
          .replace("\"eventTime\"", "\"time\"");

  @Test
  void documentedMessageIsRead() {
    // When
    Reception reception = receive(INBOUND);

    // Then
    assertThat(message(reception))
        .isEqualTo(
            new MessageReceived(
                ACCOUNT_ID,
                ADDRESS_ID,
                Channel.SMS,
                "azure",
                ID,
                phone("+14255550177"),
                null,
                OURS,
                "Is my order on its way?",
                List.of(),
                null,
                null,
                null,
                null,
                CustomerProfile.UNKNOWN,
                null,
                Map.of(
                    "segmentCount", "1",
                    "topic", RESOURCE,
                    "subject", "/phonenumber/18335550142",
                    "eventTime", "2026-03-03T09:12:47Z"),
                Instant.parse("2026-03-03T09:12:45.32Z"),
                NOW));
  }

  @Test
  void bothSchemasSayTheSame() {
    // When
    MessageReceived one = message(receive(INBOUND));
    MessageReceived other = message(receive(AS_CLOUD_EVENT));

    // Then
    assertThat(other).usingRecursiveComparison().ignoringFields("attributes").isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MessageId,From,To,Message,ReceivedTimestamp,SegmentCount",
        "MESSAGEID,FROM,TO,MESSAGE,RECEIVEDTIMESTAMP,SEGMENTCOUNT"
      })
  void namesOfDataAreReadInAnyCase(String spelling) {
    // Given
    String body = INBOUND;
    for (String name : spelling.split(",")) {
      body = body.replaceAll("(?i)\"" + name + "\":", "\"" + name + "\":");
    }

    // When
    MessageReceived read = message(receive(body));

    // Then
    assertThat(read.text()).isEqualTo("Is my order on its way?");
    assertThat(read.providerMessageId()).isEqualTo(ID);
  }

  @ParameterizedTest
  @CsvSource({
    "14255550177, PHONE_NUMBER, +14255550177,",
    "+14255550177, PHONE_NUMBER, +14255550177,",
    "72345, SHORT_CODE, 72345,",
    "Bank, NAME, Bank,",
    "5215512345678, PHONE_NUMBER, +5215512345678,"
  })
  void customerIsRead(
      String from, CustomerAddress.Kind kind, String value, @Nullable String replyTo) {
    // When
    MessageReceived read = message(receiveInbound("14255550177", from));

    // Then
    assertThat(read.from()).isEqualTo(new CustomerAddress(kind, value));
    assertThat(read.replyTo()).isEqualTo(replyTo);
  }

  /** The rule of providers/azure-communication-services.md §4.2. */
  @ParameterizedTest
  @CsvSource({
    "18335550142, +18335550142",
    "+18335550142, +18335550142",
    "1 833-555 0142, +18335550142",
    "62345, 62345"
  })
  void addressOfOursIsFoundWithAndWithoutPlusSign(String to, String expected) {
    // When
    MessageReceived read =
        message(receiveInbound("\"to\":\"18335550142\"", "\"to\":\"" + to + "\""));

    // Then
    assertThat(read.to()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"to\":\"18335550142\" | \"to\":\"18335550143\" | the account has no address 18335550143",
        "\"to\":\"18335550142\" | \"to\":\"<b>\" | the account has no address (not printable)",
        "\"to\":\"18335550142\" | \"two\":\"1\" | a message without our address",
        "\"from\":\"14255550177\" | \"from\":\" \" | a message without a sender",
        "\"from\":\"14255550177\" | \"from\":{} | a message without a sender",
        "\"data\":{ | \"data\":\"x\",\"y\":{ | an event without data",
        "\"data\":{ | \"dada\":{ | an event without data"
      })
  void messageThatHasNoPlaceIsNotUnderstood(String old, String replacement, String reason) {
    // When
    Reception reception = receiveInbound(old, replacement);

    // Then
    assertThat(reception).isEqualTo(new Reception.NotUnderstood(reason, WebhookAnswer.OK));
  }

  @Test
  void idOfTheEventStandsInForThatOfTheMessage() {
    // When
    MessageReceived read = message(receiveInbound("\"messageId\":\"" + ID + "\",", ""));

    // Then
    assertThat(read.providerMessageId()).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"a b\"", "{}", "\"\\u0007\""})
  void messageWithoutAnyIdIsNotUnderstood(String id) {
    // When
    Reception reception = receiveInbound("\"" + ID + "\"", id);

    // Then
    assertThat(reception)
        .isEqualTo(new Reception.NotUnderstood("a message without messageId", WebhookAnswer.OK));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-03T09:12:45.3200000Z, 2026-03-03T09:12:45.32Z",
    "2026-03-03T09:12:45.1234567Z, 2026-03-03T09:12:45.1234567Z",
    "2026-03-03T09:12:45Z, 2026-03-03T09:12:45Z",
    "2026-03-03T10:12:45+01:00, 2026-03-03T09:12:45Z",
    "nonsense, 2026-03-03T09:12:47Z"
  })
  void timeIsAzuresElseTheEnvelopes(String received, Instant expected) {
    // When
    MessageReceived read = message(receiveInbound("2026-03-03T09:12:45.3200000Z", received));

    // Then
    assertThat(read.sentAt()).isEqualTo(expected);
  }

  @Test
  void messageWithoutTimesAndTextIsStillAMessage() {
    // Given
    String body =
        "{\"type\":\"microsoft.communication.smsreceived\",\"data\":"
            + "{\"messageId\":\"m1\",\"from\":14255550177,\"to\":18335550142}}";

    // When
    MessageReceived read = message(receive(body));

    // Then
    assertThat(read.text()).isEmpty();
    assertThat(read.sentAt()).isNull();
    assertThat(read.attributes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "STOP, STOP",
    "arret, STOP",
    "QUIT, STOP",
    "END, STOP",
    "REVOKE, STOP",
    "Opt Out, STOP",
    "CANCEL, STOP",
    "UNSUBSCRIBE, STOP",
    "START, START",
    "UNSTOP, START",
    "HELP, HELP",
    "please stop,",
    "YES,"
  })
  void consentIsReadFromTheWordAlone(String text, @Nullable ConsentSignal signal) {
    // When
    MessageReceived read = message(receiveInbound("Is my order on its way?", text));

    // Then
    assertThat(read.consent()).isEqualTo(signal);
    assertThat(read.text()).isEqualTo(text);
  }

  @Test
  void whatCannotBeStoredIsTakenOutOfTexts() {
    // When
    MessageReceived read =
        message(
            receiveInbound(
                "Is my order on its way?\"", "a\\u0000b \\ud83d c\",\"new\":\"x\\udc00\\u0000\""));

    // Then
    assertThat(read.text()).isEqualTo("ab \ufffd c");
    assertThat(read.attributes()).containsEntry("new", "x\ufffd");
  }

  @Test
  void newFieldsAreKept() {
    // When
    MessageReceived read =
        message(receiveInbound("\"segmentCount\":1", "\"media\":[{\"a\":1}],\"urgent\":true"));

    // Then
    assertThat(read.attributes()).containsEntry("media.0.a", "1").containsEntry("urgent", "true");
  }
}
