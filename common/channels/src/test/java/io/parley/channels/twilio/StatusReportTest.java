package io.parley.channels.twilio;

import static io.parley.channels.twilio.Samples.ACCOUNT_ID;
import static io.parley.channels.twilio.Samples.ACCOUNT_SID;
import static io.parley.channels.twilio.Samples.FORM;
import static io.parley.channels.twilio.Samples.MESSAGE_ID;
import static io.parley.channels.twilio.Samples.NOW;
import static io.parley.channels.twilio.Samples.READ_BODY;
import static io.parley.channels.twilio.Samples.SID;
import static io.parley.channels.twilio.Samples.STATUS_BODY;
import static io.parley.channels.twilio.Samples.URL;
import static io.parley.channels.twilio.Samples.WHATSAPP_URL;
import static io.parley.channels.twilio.Samples.account;
import static io.parley.channels.twilio.Samples.post;
import static io.parley.channels.twilio.Samples.receipt;
import static io.parley.channels.twilio.Samples.request;
import static io.parley.channels.twilio.Samples.signature;
import static io.parley.channels.twilio.Samples.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.events.Channel;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusReportTest {

  private final TwilioReceiver receiver = new TwilioReceiver();

  @Test
  void documentedReportIsReadWhole() {
    // Given
    String query = "message=" + MESSAGE_ID;
    String signature = signature(URL + "/status?" + query, STATUS_BODY);

    // When
    Reception reception =
        receiver.receive(
            request("POST", URL, "/status", query, FORM, STATUS_BODY, signature),
            account(Channel.SMS),
            NOW);

    // Then
    assertThat(receipt(reception))
        .isEqualTo(
            new ReceiptReceived(
                ACCOUNT_ID,
                "twilio",
                "SM99887766554433221100ffeeddccbbaa",
                MESSAGE_ID,
                ReceiptStatus.UNDELIVERED,
                "undelivered",
                "30005",
                null,
                null,
                Map.of(
                    "To", "+12065550142",
                    "From", "+12065550100",
                    "ApiVersion", "2010-04-01"),
                NOW));
  }

  @Test
  void documentedReadReceiptIsRead() {
    // When
    Reception reception =
        receiver.receive(
            post(WHATSAPP_URL, "/status", READ_BODY, "GNudid+xvUQyiZRJht3jOl1gX38="),
            account(Channel.WHATSAPP),
            NOW);

    // Then
    assertThat(receipt(reception).status()).isEqualTo(ReceiptStatus.READ);
    assertThat(receipt(reception).attributes())
        .containsEntry("EventType", "READ")
        .containsEntry("ChannelInstallSid", "XE00000000000000000000000000000001");
  }

  @ParameterizedTest
  @CsvSource({
    "accepted, ACCEPTED",
    "scheduled, ACCEPTED",
    "queued, QUEUED",
    "sending, QUEUED",
    "sent, SENT",
    "delivered, DELIVERED",
    "partially_delivered, DELIVERED",
    "read, READ",
    "undelivered, UNDELIVERED",
    "failed, FAILED",
    "canceled, FAILED",
    "Delivered, DELIVERED"
  })
  void everyDocumentedStatusHasItsNeutralWord(String word, ReceiptStatus status) {
    // When
    Reception reception = report("MessageStatus", word);

    // Then
    assertThat(receipt(reception).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"failed", "undelivered", "sent", "brand_new"})
  void optOutIsARejectionWhateverTheStatus(String word) {
    // When
    Reception reception = report("MessageStatus", word, "ErrorCode", "21610");

    // Then
    assertThat(receipt(reception).status()).isEqualTo(ReceiptStatus.REJECTED);
  }

  @Test
  void unknownStatusIsAcknowledgedAndMeansNothing() {
    // When
    Reception reception = report("MessageStatus", "brand_new");

    // Then
    assertThat(reception)
        .isEqualTo(new Reception.Understood(List.of(), List.of(), WebhookAnswer.NO_CONTENT));
  }

  @Test
  void smsStatusAloneWillDo() {
    // When
    Reception reception = report("SmsStatus", "delivered");

    // Then
    assertThat(receipt(reception).status()).isEqualTo(ReceiptStatus.DELIVERED);
  }

  @ParameterizedTest
  @CsvSource({
    "ErrorMessage, 'gone', 'gone'",
    "ChannelStatusMessage, 'window closed', 'window closed'"
  })
  void textOfAFailureIsKept(String field, String text, String expected) {
    // When
    Reception reception = report("MessageStatus", "failed", field, text);

    // Then
    assertThat(receipt(reception).errorText()).isEqualTo(expected);
    assertThat(receipt(reception).attributes()).doesNotContainKey(field);
  }

  @Test
  void cancelledMessageSaysWhoCancelledIt() {
    // When
    Reception reception = report("MessageStatus", "canceled");

    // Then
    assertThat(receipt(reception).errorText()).isEqualTo("cancelled by the sender");
  }

  @Test
  void reportWithoutAnIdIsNotUnderstood() {
    // When
    Reception reception = report("MessageStatus", "sent", "MessageSid", "");

    // Then
    assertThat(reception).isInstanceOf(Reception.NotUnderstood.class);
  }

  private Reception report(String... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("MessageSid", SID);
    fields.put("AccountSid", ACCOUNT_SID);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return receiver.receive(signed(URL, "/status", fields), account(Channel.SMS), NOW);
  }
}
