package io.parley.channels.azure;

import static io.parley.channels.azure.Samples.ACCOUNT_ID;
import static io.parley.channels.azure.Samples.MESSAGE_ID;
import static io.parley.channels.azure.Samples.NOW;
import static io.parley.channels.azure.Samples.REPORT;
import static io.parley.channels.azure.Samples.RESOURCE;
import static io.parley.channels.azure.Samples.receipt;
import static io.parley.channels.azure.Samples.receive;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Delivery reports (providers/azure-communication-services.md §4.3, §5 and §8). */
class DeliveryReportTest {

  @Test
  void documentedReportIsRead() {
    // When
    Reception reception = receive(REPORT);

    // Then
    assertThat(receipt(reception))
        .isEqualTo(
            new ReceiptReceived(
                ACCOUNT_ID,
                "azure",
                "Outgoing_20260303091300c0ffee_noam",
                null,
                ReceiptStatus.REJECTED,
                "Failed",
                "4007",
                "4007: recipient opted out",
                null,
                Map.ofEntries(
                    entry("from", "18335550142"),
                    entry("to", "+14255550177"),
                    entry("receivedTimestamp", "2026-03-03T09:13:02.2855749Z"),
                    entry("deliveryAttempts.0.timestamp", "2026-03-03T09:13:01.9315918Z"),
                    entry("deliveryAttempts.0.segmentsSucceeded", "0"),
                    entry("deliveryAttempts.0.segmentsFailed", "1"),
                    entry("Tag", "conv-91"),
                    entry("topic", RESOURCE),
                    entry("id", "a1f0"),
                    entry("subject", "/phonenumber/18335550142"),
                    entry("time", "2026-03-03T09:13:03Z")),
                NOW));
    assertThat(((Reception.Understood) reception).answer()).isEqualTo(WebhookAnswer.OK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tag", "tag", "TAG"})
  void ourIdComesBackAsTheTag(String name) {
    // When
    ReceiptReceived read =
        receipt(
            receive(
                REPORT.replace("\"Tag\":\"conv-91\"", "\"" + name + "\":\"" + MESSAGE_ID + "\"")));

    // Then
    assertThat(read.messageId()).isEqualTo(MESSAGE_ID);
    assertThat(read.attributes()).doesNotContainKeys("Tag", "tag", "TAG");
  }

  @Test
  void olderSpellingIsRead() {
    // Given
    String body =
        REPORT
            .replace("\"messageId\"", "\"MessageId\"")
            .replace("\"deliveryStatus\"", "\"DeliveryStatus\"")
            .replace("\"deliveryStatusDetails\"", "\"DeliveryStatusDetails\"");

    // When
    ReceiptReceived read = receipt(receive(body));

    // Then
    assertThat(read.status()).isEqualTo(ReceiptStatus.REJECTED);
    assertThat(read.errorCode()).isEqualTo("4007");
  }

  @ParameterizedTest
  @CsvSource({
    "Delivered, No error., DELIVERED,",
    "Delivered, 2000: No Error, DELIVERED,",
    "delivered, 4006, DELIVERED,",
    "Failed, 4000, REJECTED, 4000",
    "Failed, 4001: x, REJECTED, 4001",
    "Failed, x (4002), REJECTED, 4002",
    "Failed, 4003, REJECTED, 4003",
    "Failed, 4004, UNDELIVERED, 4004",
    "Failed, 4005, UNDELIVERED, 4005",
    "Failed, 4006, UNDELIVERED, 4006",
    "Failed, 4007, REJECTED, 4007",
    "Failed, Sender blocked for given recipient., REJECTED, 4007",
    "Failed, 4008, FAILED, 4008",
    "Failed, 4009, REJECTED, 4009",
    "Failed, 4010, REJECTED, 4010",
    "Failed, 4020, FAILED, 4020",
    "Failed, 5000, FAILED, 5000",
    "Failed, 5001, FAILED, 5001",
    "Failed, 5002, SENT, 5002",
    "Failed, 9999, FAILED, 9999",
    "Failed, 2026-03-03: 4006, UNDELIVERED, 4006",
    "Failed, 14006 and 40061, FAILED,",
    "Failed, something, FAILED,",
    "Failed, 2000: No Error, FAILED,",
    "FAILED, 1234 then 4004, UNDELIVERED, 4004",
    "Pending, , SENT,",
    "Unknown, , SENT,"
  })
  void statusAndCodeHaveTheirMeaning(
      String word, @Nullable String details, ReceiptStatus status, @Nullable String code) {
    // Given
    String body =
        REPORT
            .replace("\"Failed\"", "\"" + word + "\"")
            .replace("4007: recipient opted out", details == null ? "" : details);

    // When
    ReceiptReceived read = receipt(receive(body));

    // Then
    assertThat(read.status()).isEqualTo(status);
    assertThat(read.errorCode()).isEqualTo(code);
    assertThat(read.providerStatus()).isEqualTo(word);
  }

  @Test
  void detailsOfASuccessAreNoError() {
    // When
    ReceiptReceived read =
        receipt(
            receive(
                REPORT
                    .replace("\"Failed\"", "\"Delivered\"")
                    .replace("4007: recipient opted out", "2000: No Error")));

    // Then
    assertThat(read.errorText()).isNull();
    assertThat(read.attributes()).containsEntry("deliveryStatusDetails", "2000: No Error");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Failed\" | \"Read\" | a delivery report whose deliveryStatus is not known",
        "\"deliveryStatus\" | \"status\" | a delivery report whose deliveryStatus is not known",
        "\"messageId\" | \"mid\" | a delivery report without messageId"
      })
  void reportThatSaysNothingIsNotUnderstood(String old, String replacement, String reason) {
    // When
    Reception reception = receive(REPORT.replace(old, replacement));

    // Then
    assertThat(reception).isEqualTo(new Reception.NotUnderstood(reason, WebhookAnswer.OK));
  }
}
