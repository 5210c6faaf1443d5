package io.parley.channels.linkmobility;

import static io.parley.channels.linkmobility.Samples.MESSAGE_ID;
import static io.parley.channels.linkmobility.Samples.MYLINK_INBOUND;
import static io.parley.channels.linkmobility.Samples.MYLINK_STATUS;
import static io.parley.channels.linkmobility.Samples.NOW;
import static io.parley.channels.linkmobility.Samples.account;
import static io.parley.channels.linkmobility.Samples.call;
import static io.parley.channels.linkmobility.Samples.message;
import static io.parley.channels.linkmobility.Samples.myLink;
import static io.parley.channels.linkmobility.Samples.receipt;
import static io.parley.channels.linkmobility.Samples.receive;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.Reception;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MyLinkEventTest {

  @Test
  void documentedMessageIsRead() {
    // When
    MessageReceived message = message(receive(myLink(), MYLINK_INBOUND));

    // Then
    assertThat(message.providerMessageId()).isEqualTo("b4a0de57-6f0b-4c0c-8a3e-70c1d5a2e991");
    assertThat(message.from().value()).isEqualTo("+46700001234");
    assertThat(message.to()).isEqualTo("+46731240011");
    assertThat(message.text()).isEqualTo("Harbor thanks");
    assertThat(message.sentAt()).isEqualTo(Instant.parse("2026-02-11T08:12:40Z"));
    assertThat(message.attributes())
        .isEqualTo(
            Map.of(
                "provider.timestamp", "2026-02-11T08:12:39Z",
                "provider.operator", "se.tele2",
                "reply.routeId", "rt-204",
                "reply.routeKeyword", "HARBOR"));
  }

  @Test
  void documentedStatusIsRead() {
    // When
    ReceiptReceived receipt = receipt(receive(myLink(), MYLINK_STATUS));

    // Then
    assertThat(receipt.providerMessageId()).isEqualTo("b0e4a9d2-7d57-4f86-8b0d-5f1a6f2f6a70");
    assertThat(receipt.status()).isEqualTo(ReceiptStatus.DELIVERED);
    assertThat(receipt.providerStatus()).isEqualTo("delivered");
    assertThat(receipt.errorCode()).isNull();
    assertThat(receipt.part()).isNull();
    assertThat(receipt.messageId()).isNull();
    assertThat(receipt.attributes())
        .containsEntry("status.referenceId", "01HQ0B6E5V3R")
        .containsEntry("eventId", "3f8d6c0e-91b4-4d0f-a1c7-52e3f9b8d604");
  }

  @Test
  void ourIdIsReadFromTheReferenceAndElseFromTheUrl() {
    // Given
    String other = "00000000-0000-4000-8000-000000000009";

    // When
    Reception echoed =
        receive(myLink(), MYLINK_STATUS.replace("01HQ0B6E5V3R", MESSAGE_ID.toString()));
    Reception inUrl =
        new LinkReceiver()
            .receive(
                call("POST", "/status", "message=" + other, Map.of(), MYLINK_STATUS),
                account(myLink()),
                NOW);

    // Then
    assertThat(receipt(echoed).messageId()).isEqualTo(MESSAGE_ID);
    assertThat(receipt(inUrl).messageId()).isEqualTo(UUID.fromString(other));
  }

  @ParameterizedTest
  @CsvSource({
    "accepted, 1, ACCEPTED",
    "accepted, 2, ACCEPTED",
    "queued, 1000, QUEUED",
    "sent, 1001, SENT",
    "retried, 5000, QUEUED",
    "delivered, 2000, DELIVERED",
    "read, 2001, READ",
    "rejected, 3000, REJECTED",
    "rejected, 3001, REJECTED",
    "rejected, 3002, REJECTED",
    "rejected, 3003, REJECTED",
    "rejected, 3004, REJECTED",
    "rejected, 3005, REJECTED",
    "rejected, 3006, REJECTED",
    "rejected, 3007, REJECTED",
    "rejected, 3008, REJECTED",
    "rejected, 3009, REJECTED",
    "rejected, 3010, REJECTED",
    "rejected, 3011, REJECTED",
    "rejected, 3013, REJECTED",
    "failed, 4000, FAILED",
    "failed, 4001, FAILED",
    "failed, 4002, FAILED",
    "failed, 4003, UNDELIVERED",
    "failed, 4004, UNDELIVERED",
    "failed, 4005, FAILED",
    "failed, 4006, FAILED",
    "failed, 4007, UNDELIVERED",
    "failed, 4008, UNDELIVERED",
    "failed, 4009, UNDELIVERED",
    "failed, 4010, FAILED",
    "failed, 4011, FAILED",
    "new, 2000, DELIVERED",
    "new, 1000, QUEUED",
    "new, 1001, SENT",
    "new, 3002, REJECTED",
    "new, 4007, UNDELIVERED",
    "new, 1, ACCEPTED",
    "DELIVERED, 2000, DELIVERED"
  })
  void typeAndCodeHaveAStatus(String type, int code, ReceiptStatus expected) {
    // When
    ReceiptReceived receipt =
        receipt(
            receive(
                myLink(),
                MYLINK_STATUS
                    .replace("\"type\":\"delivered\"", "\"type\":\"" + type + "\"")
                    .replace("2000", String.valueOf(code))));

    // Then
    assertThat(receipt.status()).isEqualTo(expected);
    assertThat(receipt.errorCode()).isEqualTo(expected.isFailure() ? "MYLINK-" + code : null);
    assertThat(receipt.errorText()).isEqualTo(expected.isFailure() ? "Delivered" : null);
  }

  @ParameterizedTest
  @CsvSource({"typing, 2000", "new, 9000"})
  void whatMeansNothingIsAcknowledged(String type, int code) {
    // When
    Reception reception =
        receive(
            myLink(),
            MYLINK_STATUS
                .replace("\"type\":\"delivered\"", "\"type\":\"" + type + "\"")
                .replace("2000", String.valueOf(code)));

    // Then
    assertThat(reception).isInstanceOf(Reception.Understood.class);
    assertThat(((Reception.Understood) reception).events()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "eventId, x, a message without eventId",
    "\"recipient\", \"x\", a message without our address",
    "+46731240011, +46731240099, the account has no address +46731240099",
    "sender, x, a message without sender",
    "\"sms\", \"viber\", an event of the channel viber",
    "\"reply\", \"x\", an event with neither reply nor status"
  })
  void whatIsNoMessageIsKeptWithTheReason(String from, String to, String reason) {
    // When
    Reception reception = receive(myLink(), MYLINK_INBOUND.replace(from, to));

    // Then
    assertThat(reception).extracting("reason").isEqualTo(reason);
  }

  @Test
  void statusWithoutAnIdIsKept() {
    // When
    Reception reception = receive(myLink(), MYLINK_STATUS.replace("\"messageId\"", "\"other\""));

    // Then
    assertThat(reception).extracting("reason").isEqualTo("a status without messageId");
  }
}
