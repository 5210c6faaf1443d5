package io.parley.channels.vibes;

import static io.parley.channels.vibes.Samples.CARRIER_ERROR;
import static io.parley.channels.vibes.Samples.HANDSET;
import static io.parley.channels.vibes.Samples.MESSAGE_ID;
import static io.parley.channels.vibes.Samples.NOW;
import static io.parley.channels.vibes.Samples.account;
import static io.parley.channels.vibes.Samples.call;
import static io.parley.channels.vibes.Samples.receipt;
import static io.parley.channels.vibes.Samples.receive;
import static io.parley.channels.vibes.Samples.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.events.MessagePart;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptTest {

  @Test
  void documentedSuccessIsRead() {
    // When
    Reception reception = receive(HANDSET);

    // Then
    assertThat(reception)
        .isEqualTo(
            Reception.Understood.receipt(
                new ReceiptReceived(
                    Samples.ACCOUNT_ID,
                    "vibes",
                    "0b9fb0f4-61d7-4c57-9f0e-3d9f4c6c2e77",
                    null,
                    ReceiptStatus.DELIVERED,
                    "Handset",
                    null,
                    null,
                    null,
                    Map.of(
                        "submitterMessageId", "01HPX3M8Z7Q4",
                        "receiptDate", "2026-02-11T13:42:19.204-06:00",
                        "multipart.isMultipart", "false",
                        "multipart.noOfParts", "1",
                        "multipart.partNumber", "1",
                        "status.description", "Reached the handset"),
                    NOW),
                WebhookAnswer.OK));
  }

  @Test
  void documentedFailureIsRead() {
    // When
    ReceiptReceived receipt = receipt(receive(CARRIER_ERROR));

    // Then
    assertThat(receipt.status()).isEqualTo(ReceiptStatus.REJECTED);
    assertThat(receipt.providerStatus()).isEqualTo("Carrier error");
    assertThat(receipt.errorCode()).isEqualTo("8");
    assertThat(receipt.errorText()).isEqualTo("Carrier did not take the message");
    assertThat(receipt.attributes()).containsEntry("status.errorCode", "100");
  }

  @Test
  void ourIdIsReadFromTheCallAndElseFromTheUrl() {
    // Given
    String other = "00000000-0000-4000-8000-000000000009";
    byte[] echoing = HANDSET.replace("01HPX3M8Z7Q4", MESSAGE_ID.toString()).getBytes(UTF_8);

    // When
    Reception echoed =
        new VibesReceiver()
            .receive(call("/status", "message=" + other, null, echoing), account(settings()), NOW);
    Reception inUrl =
        new VibesReceiver()
            .receive(
                call("/status", "message=" + other, null, CARRIER_ERROR.getBytes(UTF_8)),
                account(settings()),
                NOW);

    // Then
    assertThat(receipt(echoed).messageId()).isEqualTo(MESSAGE_ID);
    assertThat(receipt(inUrl).messageId()).isEqualTo(UUID.fromString(other));
  }

  @ParameterizedTest
  @CsvSource({
    "System, false, '', '', '', QUEUED",
    "Carrier, false, '', '', '', SENT",
    "Handset, false, '', '', '', DELIVERED",
    "handset, FALSE, '', '', '', DELIVERED",
    "System, true, '', '', '', REJECTED",
    "System, true, 100, '', '', REJECTED",
    "Carrier, true, '', '', '', FAILED",
    "Carrier, true, 107, '', '', FAILED",
    "Carrier, true, '', '', Number unknown, UNDELIVERED",
    "Carrier, true, '', '', Message expired, UNDELIVERED",
    "Carrier, true, '', '', Undeliverable, UNDELIVERED",
    "Carrier, true, '', '', rejected by the phone, UNDELIVERED",
    "Carrier, true, '', '', Message deleted, FAILED",
    "Handset, true, '', '', '', UNDELIVERED",
    "System, true, '', 1, '', REJECTED",
    "System, true, '', 2, '', REJECTED",
    "System, true, '', 3, '', REJECTED",
    "System, true, '', 4, '', REJECTED",
    "System, true, '', 5, '', REJECTED",
    "System, true, '', 6, '', REJECTED",
    "System, true, '', 7, '', REJECTED",
    "System, true, '', 8, '', REJECTED",
    "System, true, '', 9, '', REJECTED",
    "System, true, '', 10, '', FAILED",
    "System, true, '', 11, '', FAILED",
    "System, true, '', 12, '', REJECTED",
    "System, true, '', 13, '', FAILED",
    "System, true, '', 14, '', FAILED",
    "System, true, '', 15, '', REJECTED",
    "System, true, '', 16, '', REJECTED",
    "System, true, '', 26, '', REJECTED",
    "System, true, '', 17, '', FAILED",
    "Carrier, true, '', 17, '', FAILED",
    "Carrier, true, '', 12, '', REJECTED",
    "Carrier, true, '', 9, '', FAILED",
    "Handset, true, '', 17, '', UNDELIVERED"
  })
  void typeErrorAndCodeHaveAStatus(
      String type,
      String error,
      String code,
      String internal,
      String description,
      ReceiptStatus expected) {
    // When
    ReceiptReceived receipt = receipt(receive(receiptOf(type, error, code, internal, description)));

    // Then
    assertThat(receipt.status()).isEqualTo(expected);
    String wanted = internal.isEmpty() ? (code.isEmpty() ? null : "RAW-" + code) : internal;
    assertThat(receipt.errorCode()).isEqualTo(wanted);
  }

  @Test
  void administratorCanSayWhatACodeMeans() {
    // When
    Reception reception =
        receive(receiptOf("System", "true", "", "17", ""), "errorCodes", "17=UNDELIVERED");

    // Then
    assertThat(receipt(reception).status()).isEqualTo(ReceiptStatus.UNDELIVERED);
  }

  @Test
  void partOfASplitMessageIsReportedUnderTheWhole() {
    // Given
    String part =
        HANDSET.replace(
            "isMultipart=\"false\" originalMessageId=\"\" noOfParts=\"1\" partNumber=\"1\"",
            "isMultipart=\"true\" originalMessageId=\"whole-1\" noOfParts=\"3\" partNumber=\"2\"");

    // When
    ReceiptReceived receipt = receipt(receive(part));

    // Then
    assertThat(receipt.providerMessageId()).isEqualTo("whole-1");
    assertThat(receipt.part()).isEqualTo(new MessagePart(2, 3));
    assertThat(receipt.attributes())
        .containsEntry("messageId", "0b9fb0f4-61d7-4c57-9f0e-3d9f4c6c2e77");
  }

  @Test
  void alternateDeliveryKeepsTheMessageOpen() {
    // When
    ReceiptReceived receipt =
        receipt(
            receive(
                CARRIER_ERROR.replace(
                    "<mtMessageResponse ", "<mtMessageResponse fwdToMessageId=\"n-1\" ")));

    // Then
    assertThat(receipt.status()).isEqualTo(ReceiptStatus.QUEUED);
    assertThat(receipt.errorCode()).isNull();
    assertThat(receipt.providerStatus()).isEqualTo("Carrier error forwarded");
    assertThat(receipt.attributes())
        .containsEntry("fwdToMessageId", "n-1")
        .containsEntry("status.internalErrorCode", "8");
  }

  @Test
  void errorWithoutAFlagIsOneWhenItHasACode() {
    // When
    ReceiptReceived receipt = receipt(receive(CARRIER_ERROR.replace(" isError=\"true\"", "")));

    // Then
    assertThat(receipt.errorCode()).isEqualTo("8");
  }

  @ParameterizedTest
  @CsvSource({
    "Handset, Satellite, a receipt of an unknown type",
    "messageId, id, a receipt without messageId",
    "type, kind, a receipt of an unknown type"
  })
  void whatIsNoReceiptIsKeptWithTheReason(String from, String to, String reason) {
    // When
    Reception reception = receive(HANDSET.replace(from, to));

    // Then
    assertThat(reception).isEqualTo(new Reception.NotUnderstood(reason, WebhookAnswer.OK));
  }

  private static String receiptOf(
      String type, String error, String code, String internal, String description) {
    return "<mtMessageResponse messageId=\"m\"><type>"
        + type
        + "</type><status isError=\""
        + error
        + "\"><description>"
        + description
        + "</description><errorCode>"
        + code
        + "</errorCode><internalErrorCode>"
        + internal
        + "</internalErrorCode></status></mtMessageResponse>";
  }
}
