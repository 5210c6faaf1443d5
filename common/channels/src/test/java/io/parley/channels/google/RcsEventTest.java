package io.parley.channels.google;

import static io.parley.channels.google.Samples.ACCOUNT_ID;
import static io.parley.channels.google.Samples.ADDRESS_ID;
import static io.parley.channels.google.Samples.MESSAGE_ID;
import static io.parley.channels.google.Samples.NOW;
import static io.parley.channels.google.Samples.PHONE;
import static io.parley.channels.google.Samples.RCS_AGENT;
import static io.parley.channels.google.Samples.RCS_DATA;
import static io.parley.channels.google.Samples.RCS_SIGNATURE;
import static io.parley.channels.google.Samples.account;
import static io.parley.channels.google.Samples.call;
import static io.parley.channels.google.Samples.envelope;
import static io.parley.channels.google.Samples.rcs;
import static io.parley.channels.google.Samples.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.events.Channel;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerProfile;
import io.parley.events.CustomerSignalled;
import io.parley.events.CustomerSignalled.Signal;
import io.parley.events.Location;
import io.parley.events.Media;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import io.parley.events.Selection;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of RCS (providers/google-business-messages.md part II). */
class RcsEventTest {

  private static final CustomerAddress CUSTOMER =
      new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, PHONE);

  @Test
  void documentedMessageIsReadWhole() {
    // When
    Reception reception =
        new GoogleReceiver()
            .receive(call(envelope(RCS_DATA), RCS_SIGNATURE), account(Channel.RCS), NOW);

    // Then
    assertThat(reception)
        .isEqualTo(
            Reception.Understood.message(
                new MessageReceived(
                    ACCOUNT_ID,
                    ADDRESS_ID,
                    Channel.RCS,
                    "google",
                    "MxN4vQk2S7Gd",
                    CUSTOMER,
                    null,
                    RCS_AGENT,
                    "Olá, where is my order?",
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    CustomerProfile.UNKNOWN,
                    null,
                    Map.of(),
                    Instant.parse("2026-03-02T09:15:27.480125Z"),
                    NOW),
                WebhookAnswer.OK));
  }

  @Test
  void fileIsMediaAndWhatIsSaidOfItIsKept() {
    // When
    MessageReceived message =
        message(
            "\"userFile\":{\"payload\":{\"mimeType\":\"image/jpeg\",\"fileSizeBytes\":1280005,"
                + "\"fileUri\":\"https://rcs.example/f/1\",\"fileName\":\"a.jpg\"},"
                + "\"thumbnail\":{\"fileUri\":\"https://rcs.example/t/1\"}}");

    // Then
    assertThat(message.media())
        .containsExactly(new Media(URI.create("https://rcs.example/f/1"), "image/jpeg"));
    assertThat(message.text()).isEmpty();
    assertThat(message.attributes())
        .isEqualTo(
            Map.of(
                "userFile.payload.fileName", "a.jpg",
                "userFile.payload.fileSizeBytes", "1280005",
                "userFile.thumbnail.fileUri", "https://rcs.example/t/1"));
  }

  @ParameterizedTest
  @CsvSource({"52.370216, 4.895168", "-33.5, -70", "4.5E-5, 180", "'\"52.3\"', 4"})
  void placeIsALocation(String latitude, String longitude) {
    // When
    MessageReceived message =
        message("\"location\":{\"latitude\":" + latitude + ",\"longitude\":" + longitude + "}");

    // Then
    assertThat(message.location())
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(
            new Location(
                new BigDecimal(latitude.replace("\"", "")), new BigDecimal(longitude), null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"location\":{\"latitude\":91,\"longitude\":1}",
        "\"location\":{\"latitude\":1e999,\"longitude\":1}",
        "\"location\":{\"latitude\":1}",
        "\"location\":{}",
        "\"userFile\":{\"payload\":{\"fileUri\":\"file:///etc/passwd\"}}",
        "\"userFile\":{\"payload\":{\"fileUri\":\"https://[\"}}",
        "\"suggestionResponse\":{}",
        "\"novelty\":true"
      })
  void messageWithoutAnythingReadableIsKept(String content) {
    // When
    Reception reception = rcs(event("\"messageId\":\"m-1\"," + content));

    // Then
    assertThat(reception).isInstanceOf(Reception.NotUnderstood.class);
  }

  @Test
  void tappedSuggestionIsASelectionAndSaysNothingAboutConsent() {
    // When
    MessageReceived message =
        message(
            "\"suggestionResponse\":{\"postbackData\":\"stop_order\",\"text\":\"Stop\",\"type\":\"REPLY\"}");

    // Then
    assertThat(message.text()).isEqualTo("Stop");
    assertThat(message.selection())
        .isEqualTo(new Selection(Selection.Kind.BUTTON, "stop_order", "Stop", null));
    assertThat(message.consent()).isNull();
    assertThat(message.attributes()).containsEntry("suggestionResponse.type", "REPLY");
  }

  @ParameterizedTest
  @CsvSource({
    "+12065550100, STOP, STOP",
    "+12065550100, ' stop ', STOP",
    "+12065550100, START, START",
    "+12065550100, BAJA, ",
    "+12065550100, PARAR, ",
    "+34612345678, STOP, STOP",
    "+34612345678, Baja, STOP",
    "+34612345678, ALTA, START",
    "+525512345678, baja, STOP",
    "+525512345678, alta, START",
    "+5511961234567, PARAR, STOP",
    "+5511961234567, COMEÇAR, START",
    "+5511961234567, começar, START",
    "+5511961234567, comecar, START",
    "+5511961234567, BAJA, ",
    "+34612345678, da de baja, ",
  })
  void wordsOfTheMarketStopAndStart(String phone, String text, @Nullable ConsentSignal consent) {
    // When
    Reception.Understood reception =
        understood(
            rcs(event("\"messageId\":\"m-1\",\"text\":\"" + text + "\"").replace(PHONE, phone)));

    // Then
    assertThat(reception.messages().getFirst().consent()).isEqualTo(consent);
  }

  @ParameterizedTest
  @CsvSource({
    "DELIVERED, DELIVERED, ",
    "READ, READ, ",
    "TTL_EXPIRATION_REVOKED, UNDELIVERED, TTL_EXPIRATION_REVOKED",
    "TTL_EXPIRATION_REVOKE_FAILED, SENT, TTL_EXPIRATION_REVOKE_FAILED"
  })
  void everyReportAboutAMessageHasItsMeaning(
      String type, ReceiptStatus status, @Nullable String errorCode) {
    // Given
    String event =
        "{\"phoneNumber\":\"+15550104477\",\"messageId\":\""
            + MESSAGE_ID
            + "\",\"eventType\":\""
            + type
            + "\",\"eventId\":\"e-1\",\"agentId\":\"harbor-books\",\"sendTime\":\"2026-03-02T09:15:27Z\"}";

    // When
    Reception.Understood reception = understood(rcs(event));

    // Then
    assertThat(reception.receipts())
        .containsExactly(
            new ReceiptReceived(
                ACCOUNT_ID,
                "google",
                MESSAGE_ID.toString(),
                MESSAGE_ID,
                status,
                type,
                errorCode,
                null,
                null,
                Map.of(
                    "phoneNumber",
                    PHONE,
                    "eventId",
                    "e-1",
                    "agentId",
                    RCS_AGENT,
                    "sendTime",
                    "2026-03-02T09:15:27Z"),
                NOW));
    assertThat(reception.answer()).isEqualTo(WebhookAnswer.OK);
  }

  @ParameterizedTest
  @CsvSource({"IS_TYPING, TYPING_STARTED", "UNSUBSCRIBE, OPTED_OUT", "SUBSCRIBE, OPTED_IN"})
  void everyEventOfTheCustomerIsASignal(String type, Signal signal) {
    // When
    Reception.Understood reception =
        understood(rcs(event("\"eventType\":\"" + type + "\",\"eventId\":\"e-2\"")));

    // Then
    assertThat(reception.signals())
        .containsExactly(
            new CustomerSignalled(
                ACCOUNT_ID, ADDRESS_ID, Channel.RCS, "google", "e-2", CUSTOMER, signal, NOW));
  }

  @Test
  void eventWithoutAnIdHasOneMadeOfWhatItSays() {
    // Given
    String event = event("\"eventType\":\"IS_TYPING\",\"sendTime\":\"2026-03-02T09:15:27Z\"");

    // When
    String once = understood(rcs(event)).signals().getFirst().signalId();
    String again = understood(rcs(event)).signals().getFirst().signalId();
    String later = understood(rcs(event.replace(":27Z", ":28Z"))).signals().getFirst().signalId();

    // Then
    assertThat(once).isEqualTo(again).isNotEqualTo(later);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | not a JSON object",
        "{} | no address",
        "{\"eventType\":\"LAUNCHED\",\"agentId\":\"harbor-books\"} | LAUNCHED",
        "{\"eventType\":\"Bücher\",\"agentId\":\"harbor-books\"} | not printable",
        "{\"eventType\":\"READ\",\"agentId\":\"harbor-books\"} | without messageId",
        "{\"eventType\":\"IS_TYPING\",\"agentId\":\"harbor-books\"} | phone number",
        "{\"eventType\":\"IS_TYPING\",\"agentId\":\"other\",\"senderPhoneNumber\":\"+15550104477\"} | no address other",
        "{\"messageId\":\"m\",\"text\":\"x\",\"agentId\":\"harbor-books\"} | phone number",
        "{\"messageId\":\"m\",\"text\":\"x\",\"agentId\":\"harbor-books\",\"senderPhoneNumber\":\"Tom\"} | phone number",
        "{\"text\":\"x\",\"agentId\":\"harbor-books\",\"senderPhoneNumber\":\"+15550104477\"} | without messageId",
      })
  void whatCannotBeReadIsKeptWithAReasonAndAcknowledged(String event, String reason) {
    // When
    Reception reception = rcs(event);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotUnderstood.class);
    assertThat(((Reception.NotUnderstood) reception).reason()).contains(reason);
    assertThat(((Reception.NotUnderstood) reception).answer()).isEqualTo(WebhookAnswer.OK);
  }

  @Test
  void agentIsFoundUnderItsLongName() {
    // When
    Reception reception =
        rcs(
            event("\"messageId\":\"m\",\"text\":\"x\"")
                .replace(RCS_AGENT, "harbor-books@rbm.goog"));

    // Then
    assertThat(understood(reception).messages().getFirst().to()).isEqualTo(RCS_AGENT);
  }

  @Test
  void numberWithOtherDigitsIsKeptForTheReply() {
    // When
    Reception reception =
        rcs(event("\"messageId\":\"m\",\"text\":\"x\"").replace(PHONE, "+5215512345678"));

    // Then
    MessageReceived message = understood(reception).messages().getFirst();
    assertThat(message.from().value()).isIn("+525512345678", "+5215512345678");
    assertThat(message.replyTo() == null ? message.from().value() : message.replyTo())
        .isEqualTo("+5215512345678");
  }

  private static MessageReceived message(String content) {
    return understood(rcs(event("\"messageId\":\"m-1\"," + content))).messages().getFirst();
  }

  private static String event(String fields) {
    return "{\"senderPhoneNumber\":\""
        + PHONE
        + "\",\"agentId\":\""
        + RCS_AGENT
        + "\","
        + fields
        + "}";
  }
}
