package io.parley.channels.linkmobility;

import static io.parley.channels.linkmobility.Samples.DEAD_NUMBER;
import static io.parley.channels.linkmobility.Samples.DELIVERED;
import static io.parley.channels.linkmobility.Samples.MESSAGE_ID;
import static io.parley.channels.linkmobility.Samples.NOW;
import static io.parley.channels.linkmobility.Samples.common;
import static io.parley.channels.linkmobility.Samples.receipt;
import static io.parley.channels.linkmobility.Samples.receive;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.events.MessagePart;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommonReportTest {

  @Test
  void documentedSuccessIsRead() {
    // When
    Reception reception = receive(common(), DELIVERED);

    // Then
    assertThat(reception)
        .isEqualTo(
            Reception.Understood.receipt(
                new ReceiptReceived(
                    Samples.ACCOUNT_ID,
                    "link-mobility",
                    "Hb7qLw+T0kEAAAGPxR/21vQd",
                    MESSAGE_ID,
                    ReceiptStatus.DELIVERED,
                    "1001",
                    null,
                    null,
                    null,
                    Map.of(
                        "operator", "no.telia",
                        "sentTimestamp", "2026-02-11T07:43:01Z",
                        "timestamp", "2026-02-11T07:42:59Z",
                        "operatorResultCode", "0",
                        "segments", "1",
                        "customParameters.received", "2026-02-11 08:43:02"),
                    NOW),
                new WebhookAnswer(200, "text/plain", "OK")));
  }

  @Test
  void documentedFailureOfAPartIsRead() {
    // When
    ReceiptReceived receipt = receipt(receive(common(), DEAD_NUMBER));

    // Then
    assertThat(receipt.providerMessageId()).isEqualTo("Jc1rMx+U1lFAAAGPyS/32wRe");
    assertThat(receipt.part()).isEqualTo(new MessagePart(2, 2));
    assertThat(receipt.messageId()).isNull();
    assertThat(receipt.status()).isEqualTo(ReceiptStatus.UNDELIVERED);
    assertThat(receipt.errorCode()).isEqualTo("2106");
    assertThat(receipt.errorText()).contains("number");
    assertThat(receipt.attributes()).containsEntry("refId", "01HPX4AA2K9D");
  }

  @ParameterizedTest
  @CsvSource({
    "1005, QUEUED",
    "1012, QUEUED",
    "1008, QUEUED",
    "1000, SENT",
    "1011, SENT",
    "1013, SENT",
    "1001, DELIVERED",
    "1007, DELIVERED",
    "1002, UNDELIVERED",
    "1010, UNDELIVERED",
    "1004, UNDELIVERED",
    "1006, UNDELIVERED",
    "1009, UNDELIVERED",
    "1003, FAILED",
    "0, FAILED",
    "6, FAILED",
    "1, FAILED",
    "3, FAILED",
    "105, FAILED",
    "4, FAILED",
    "5, FAILED",
    "2, FAILED",
    "104, FAILED",
    "2000, REJECTED",
    "2001, REJECTED",
    "2002, REJECTED",
    "2003, REJECTED",
    "2100, REJECTED",
    "2101, REJECTED",
    "2102, REJECTED",
    "2103, REJECTED",
    "2104, UNDELIVERED",
    "2106, UNDELIVERED",
    "2105, REJECTED",
    "2107, UNDELIVERED",
    "2205, REJECTED",
    "2200, REJECTED",
    "2201, REJECTED",
    "2202, REJECTED",
    "2203, REJECTED",
    "2204, REJECTED",
    "2206, REJECTED",
    "2207, REJECTED",
    "3000, REJECTED",
    "3001, REJECTED",
    "3002, REJECTED",
    "4000, REJECTED",
    "4001, REJECTED",
    "4002, REJECTED",
    "4003, REJECTED",
    "4004, REJECTED",
    "4005, REJECTED",
    "4006, REJECTED",
    "4007, REJECTED",
    "7777, FAILED",
    "999999999, FAILED"
  })
  void resultCodeHasAStatus(int code, ReceiptStatus expected) {
    // When
    ReceiptReceived receipt =
        receipt(receive(common(), DELIVERED.replace("1001", String.valueOf(code))));

    // Then
    assertThat(receipt.status()).isEqualTo(expected);
    assertThat(receipt.providerStatus()).isEqualTo(String.valueOf(code));
    assertThat(receipt.errorCode()).isEqualTo(expected.isFailure() ? String.valueOf(code) : null);
  }

  @Test
  void resultCodeAsTextIsRead() {
    // When
    ReceiptReceived receipt = receipt(receive(common(), DELIVERED.replace("1001", "\"1001\"")));

    // Then
    assertThat(receipt.status()).isEqualTo(ReceiptStatus.DELIVERED);
  }

  @Test
  void administratorCanSayWhatAResultCodeMeans() {
    // When
    ReceiptReceived receipt =
        receipt(receive(common("resultCodes", "1001=FAILED, 2=SENT"), DELIVERED));

    // Then
    assertThat(receipt.status()).isEqualTo(ReceiptStatus.FAILED);
    assertThat(receipt.errorCode()).isEqualTo("1001");
  }

  @ParameterizedTest
  @CsvSource({
    "abc$0, 3, abc, 1, 3",
    "abc$2, 3, abc, 3, 3",
    "abc$0, 1, abc, 1, 1",
    "a$b$1, 2, a$b, 2, 2",
    "abc$0, null, abc, 1, 2",
    "abc$3, 2, abc, 4, 4"
  })
  void partIsWhatStandsBehindTheLastDollar(
      String id, String segments, String whole, int number, int of) {
    // Given
    String body =
        DELIVERED
            .replace("Hb7qLw+T0kEAAAGPxR/21vQd", id)
            .replace("\"segments\":1", "\"segments\":" + segments);

    // When
    ReceiptReceived receipt = receipt(receive(common(), body));

    // Then
    assertThat(receipt.providerMessageId()).isEqualTo(whole);
    assertThat(receipt.part()).isEqualTo(new MessagePart(number, of));
  }

  @Test
  void withoutLinksIdsReportsGoByOurs() {
    // When
    ReceiptReceived receipt = receipt(receive(common("ignoreResponse", "true"), DELIVERED));

    // Then
    assertThat(receipt.providerMessageId()).isEqualTo(MESSAGE_ID.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "null", "1e400", "-1", "12345678901", "{}", "[1001]"})
  void reportWithoutAResultIsKept(String code) {
    // When
    Reception reception = receive(common(), DELIVERED.replace("1001", code));

    // Then
    assertThat(reception).isInstanceOf(Reception.NotUnderstood.class);
  }

  @Test
  void reportWithoutAnIdIsKept() {
    // When
    Reception reception = receive(common(), DELIVERED.replace("\"id\"", "\"ident\""));

    // Then
    assertThat(reception).extracting("reason").isEqualTo("a delivery report without id");
  }
}
