package io.parley.channels.telesign;

import static io.parley.channels.telesign.Samples.ACCOUNT_ID;
import static io.parley.channels.telesign.Samples.ADDRESS_ID;
import static io.parley.channels.telesign.Samples.INBOUND;
import static io.parley.channels.telesign.Samples.MESSAGE_ID;
import static io.parley.channels.telesign.Samples.NOW;
import static io.parley.channels.telesign.Samples.REPORT;
import static io.parley.channels.telesign.Samples.URL;
import static io.parley.channels.telesign.Samples.account;
import static io.parley.channels.telesign.Samples.message;
import static io.parley.channels.telesign.Samples.receipt;
import static io.parley.channels.telesign.Samples.receive;
import static io.parley.channels.telesign.Samples.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookRequest;
import io.parley.events.Channel;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerAddress;
import io.parley.events.MessagePart;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelesignReceiverTest {

  private final TelesignReceiver receiver = new TelesignReceiver();

  @Test
  void documentedMessageIsReadWhole() {
    // When
    Reception reception = receive(INBOUND);

    // Then
    MessageReceived message = message(reception);
    assertThat(((Reception.Understood) reception).answer()).isEqualTo(WebhookAnswer.OK);
    assertThat(message.accountId()).isEqualTo(ACCOUNT_ID);
    assertThat(message.channelAddressId()).isEqualTo(ADDRESS_ID);
    assertThat(message.channel()).isEqualTo(Channel.SMS);
    assertThat(message.provider()).isEqualTo("telesign");
    assertThat(message.providerMessageId()).isEqualTo("3A5C7E9F1B2D4F60718293A4B5C6D7E8");
    assertThat(message.from())
        .isEqualTo(new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, "+12065550142"));
    assertThat(message.replyTo()).isNull();
    assertThat(message.to()).isEqualTo("+12065550100");
    assertThat(message.text()).isEqualTo("Is the shop open?");
    assertThat(message.media()).isEmpty();
    assertThat(message.profile().country()).isEqualTo("US");
    assertThat(message.consent()).isNull();
    assertThat(message.sentAt()).isEqualTo(Instant.parse("2025-03-04T09:15:26.101Z"));
    assertThat(message.receivedAt()).isEqualTo(NOW);
    assertThat(message.attributes())
        .containsOnly(
            entry("status.updated_on", "2025-03-04T09:15:26.415000Z"),
            entry("status.description", "Delivered to customer"),
            entry("user_response.action", "generic"));
  }

  @Test
  void documentedReportIsReadWhole() {
    // When
    Reception reception = receive(REPORT);

    // Then
    ReceiptReceived receipt = receipt(reception);
    assertThat(((Reception.Understood) reception).answer()).isEqualTo(WebhookAnswer.OK);
    assertThat(receipt.accountId()).isEqualTo(ACCOUNT_ID);
    assertThat(receipt.provider()).isEqualTo("telesign");
    assertThat(receipt.providerMessageId()).isEqualTo("B1C2D3E4F5061728394A5B6C7D8E9F00");
    assertThat(receipt.messageId()).isNull();
    assertThat(receipt.status()).isEqualTo(ReceiptStatus.DELIVERED);
    assertThat(receipt.providerStatus()).isEqualTo("200");
    assertThat(receipt.errorCode()).isNull();
    assertThat(receipt.errorText()).isNull();
    assertThat(receipt.part()).isNull();
    assertThat(receipt.attributes())
        .containsOnly(
            entry("status.description", "Delivered to handset"),
            entry("status.updated_on", "2025-03-04T09:16:02.775000Z"),
            entry("submit_timestamp", "2025-03-04T09:15:58.044000Z"),
            entry("external_id", "msg-771"),
            entry("additional_info.mcc", "310"),
            entry("additional_info.mnc", "260"),
            entry("additional_info.price", "0.0071"),
            entry("additional_info.currency", "USD"),
            entry("additional_info.message_parts_count", "1"));
  }

  @ParameterizedTest
  @CsvSource({
    "290, QUEUED",
    "292, QUEUED",
    "295, QUEUED",
    "293, ACCEPTED",
    "203, SENT",
    "200, DELIVERED",
    "201, DELIVERED",
    "250, SENT",
    "251, SENT",
    "599, SENT",
    "207, UNDELIVERED",
    "210, UNDELIVERED",
    "211, UNDELIVERED",
    "220, UNDELIVERED",
    "221, UNDELIVERED",
    "222, UNDELIVERED",
    "229, REJECTED",
    "230, REJECTED",
    "10031, REJECTED",
    "10032, REJECTED",
    "231, REJECTED",
    "233, REJECTED",
    "237, REJECTED",
    "238, REJECTED",
    "500, FAILED",
    "501, FAILED",
    "502, REJECTED",
    "503, UNDELIVERED",
    "505, UNDELIVERED",
    "504, UNDELIVERED",
    "506, UNDELIVERED",
    "507, UNDELIVERED",
    "508, REJECTED",
    "509, REJECTED",
    "510, UNDELIVERED",
    "511, UNDELIVERED",
    "512, UNDELIVERED",
    "513, UNDELIVERED",
    "514, UNDELIVERED",
    "515, REJECTED",
    "516, REJECTED",
    "520, REJECTED",
    "517, REJECTED",
    "518, REJECTED",
    "519, REJECTED",
    "521, REJECTED",
    "10000, FAILED",
    "10030, FAILED",
    "11000, REJECTED"
  })
  void everyDocumentedStatusHasItsMeaning(int code, ReceiptStatus expected) {
    // When
    ReceiptReceived receipt = receipt(receive(report(code)));

    // Then
    assertThat(receipt.status()).isEqualTo(expected);
    assertThat(receipt.providerStatus()).startsWith(String.valueOf(code));
    boolean explained = !List.of(200, 201, 203, 290, 292, 293, 295).contains(code);
    assertThat(receipt.errorCode()).isEqualTo(explained ? String.valueOf(code) : null);
    assertThat(receipt.errorText()).isEqualTo(explained ? "Said so" : null);
  }

  @ParameterizedTest
  @ValueSource(ints = {250, 251, 599})
  void missingFinalReceiptIsMarkedAsUnconfirmed(int code) {
    // When
    ReceiptReceived receipt = receipt(receive(report(code)));

    // Then
    assertThat(receipt.providerStatus()).isEqualTo(code + " (unconfirmed)");
  }

  @Test
  void unknownStatusIsKeptAndAcknowledged() {
    // When
    Reception reception = receive(report(777));

    // Then
    assertThat(reception)
        .isEqualTo(
            new Reception.NotUnderstood(
                "a delivery report with the unknown status code 777", WebhookAnswer.OK));
  }

  @Test
  void ourMessageIdComesBackAsExternalId() {
    // When
    ReceiptReceived receipt = receipt(receive(REPORT.replace("msg-771", MESSAGE_ID.toString())));

    // Then
    assertThat(receipt.messageId()).isEqualTo(MESSAGE_ID);
    assertThat(receipt.attributes()).doesNotContainKey("external_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"msg-771\"", "12"})
  void withoutExternalIdTheCallbackUrlTellsOurMessageId(String externalId) {
    // Given
    WebhookRequest signed = signed(REPORT.replace("\"msg-771\"", externalId));
    WebhookRequest call =
        new WebhookRequest(
            "POST",
            URL + "/status",
            "/status",
            "message=" + MESSAGE_ID,
            signed.headers(),
            signed.body());

    // When
    ReceiptReceived receipt = receipt(receiver.receive(call, account(), NOW));

    // Then
    assertThat(receipt.messageId()).isEqualTo(MESSAGE_ID);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"2|3|2|3", "\"2\"|\"3\"|2|3", "4|3||", "0|3||", "null|3||", "1|null||", "\"x\"|3||"},
      delimiter = '|',
      quoteCharacter = '\'')
  void reportAboutAPartSaysWhich(
      String number, String of, @Nullable Integer expected, @Nullable Integer expectedOf) {
    // Given
    String body =
        REPORT.replace(
            "\"message_parts_count\":1",
            "\"message_part_sequence_number\":" + number + ",\"message_parts_count\":" + of);

    // When
    ReceiptReceived receipt = receipt(receive(body));

    // Then
    assertThat(receipt.part())
        .isEqualTo(
            expected == null || expectedOf == null ? null : new MessagePart(expected, expectedOf));
  }

  @ParameterizedTest
  @CsvSource({
    "stop, Whatever, STOP",
    "START, Whatever, START",
    "help, Whatever, HELP",
    "generic, Is it open?, ",
    "generic, STOP, STOP",
    "'', Stop , STOP",
    "'', end, STOP",
    "'', quit, STOP",
    "'', cancel, STOP",
    "'', unsubscribe, STOP",
    "'', arret, STOP",
    "'', arrêt, STOP",
    "'', Arre\u0302t, STOP",
    "'', start, START",
    "'', help, HELP",
    "'', please stop, ",
    "nonsense, Hi, "
  })
  void consentIsTelesignsWordOrTheCustomers(
      String action, String text, @Nullable ConsentSignal expected) {
    // Given
    String body = INBOUND.replace("Is the shop open?", text).replace("generic", action);

    // When
    MessageReceived message = message(receive(body));

    // Then
    assertThat(message.consent()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"mo_sms\"', 290",
    "'\"MO_SMS\"', 290",
    "'null', 1500",
    "'\"sms\"', 1500",
    "'\"mo_sms\"', 1500"
  })
  void messageIsKnownByEitherMark(String subResource, int code) {
    // Given
    String body = INBOUND.replace("\"mo_sms\"", subResource).replace("1500", String.valueOf(code));

    // When
    Reception reception = receive(body);

    // Then
    assertThat(message(reception).text()).isEqualTo("Is the shop open?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mo_mms", "mo_rcs", "mo_viber", "mo_email"})
  void messagesOfTheOmnichannelProductAreKeptAndIgnored(String kind) {
    // When
    Reception reception = receive(INBOUND.replace("mo_sms", kind));

    // Then
    assertThat(reception).isInstanceOf(Reception.NotUnderstood.class);
    assertThat(((Reception.NotUnderstood) reception).answer().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"errors\":{}', '\"errors\":[]'",
    "'\"errors\":{}', '\"later\":{\"a\":[1,{\"b\":true}]}'",
    "'\"code\":1500', '\"code\":\"1500\"'",
    "'\"iso_country_code\":\"US\",', ''",
    "'\"submit_timestamp\":\"2025-03-04T09:15:26.101000Z\",', ''",
    "'2025-03-04T09:15:26.101000Z', 'yesterday'"
  })
  void oddOrMissingFieldsNeverSpoilAMessage(String replaced, String by) {
    // When
    Reception reception = receive(INBOUND.replace(replaced, by));

    // Then
    assertThat(message(reception).text()).isEqualTo("Is the shop open?");
  }

  @Test
  void priceAndKeywordAreKept() {
    // Given
    String body =
        INBOUND.replace(
            "\"keyword\":\"\"", "\"keyword\":\"hi\",\"price\":\"0.0075\",\"currency\":\"USD\"");

    // When
    MessageReceived message = message(receive(body));

    // Then
    assertThat(message.attributes())
        .containsEntry("user_response.keyword", "hi")
        .containsEntry("user_response.price", "0.0075")
        .containsEntry("user_response.currency", "USD");
  }

  @Test
  void emptyMessageIsAMessage() {
    // When
    MessageReceived message = message(receive(INBOUND.replace("Is the shop open?", "")));

    // Then
    assertThat(message.text()).isEmpty();
  }

  @Test
  void textLosesWhatCannotBeStored() {
    // When
    MessageReceived message =
        message(receive(INBOUND.replace("Is the shop open?", "a\\u0000b\\ud83dc 📦")));

    // Then
    assertThat(message.text()).isEqualTo("ab\ufffdc 📦");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"sender_id\":\"12065550100\"', '\"sender_id\":\"12065550199\"', the account has no address 12065550199",
    "'\"sender_id\":\"12065550100\",', '', a message without our address",
    "'\"sender_id\":\"12065550100\"', '\"sender_id\":\"<b>\"', the account has no address (not printable)",
    "'\"phone_number\":\"12065550142\",', '', a message without user_response.phone_number",
    "'\"reference_id\":\"3A5C7E9F1B2D4F60718293A4B5C6D7E8\",', '', a message without reference_id"
  })
  void messageThatCannotBePlacedIsKeptWithTheReason(String replaced, String by, String reason) {
    // When
    Reception reception = receive(INBOUND.replace(replaced, by));

    // Then
    assertThat(reception).isEqualTo(new Reception.NotUnderstood(reason, WebhookAnswer.OK));
  }

  @ParameterizedTest
  @CsvSource({
    "12065550100, +12065550100",
    "+12065550100, +12065550100",
    "44425, 44425",
    "4407911123456, +447911123456"
  })
  void ourAddressIsFoundInWhateverFormItIsWritten(String received, String ours) {
    // Given
    OpenAccount account =
        new OpenAccount(
            ACCOUNT_ID,
            Channel.SMS,
            account().settings(),
            account().secrets(),
            List.of(Samples.ours(ours)));

    // When
    Reception reception =
        receiver.receive(signed(INBOUND.replace("12065550100", received)), account, NOW);

    // Then
    assertThat(message(reception).to()).isEqualTo(ours);
  }

  @Test
  void numberInAnOlderFormIsKeptForTheReply() {
    // When
    MessageReceived message = message(receive(INBOUND.replace("12065550142", "4407911123456")));

    // Then
    assertThat(message.from().value()).isEqualTo("+447911123456");
    assertThat(message.replyTo()).isEqualTo("4407911123456");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "1",
        "<html>",
        "{\"status\":1}",
        "{\"status\":{}}",
        "{\"status\":{\"code\":200}}",
        "{\"reference_id\":\"AB\",\"status\":{}}",
        "{\"reference_id\":\"AB\",\"status\":{\"code\":\"x\"}}",
        "{\"reference_id\":\"AB\",\"status\":{\"code\":20000000000000}}",
        "{\"user_response\":{}}"
      })
  void authenticNonsenseIsKeptAndAcknowledged(String body) {
    // When
    Reception reception = receive(body);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotUnderstood.class);
    assertThat(((Reception.NotUnderstood) reception).answer()).isEqualTo(WebhookAnswer.OK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text/plain", "application/xml", "application/json; charset=latin1"})
  void otherContentTypesAreRefused(String contentType) {
    // Given
    WebhookRequest signed = signed(INBOUND);
    WebhookRequest call =
        new WebhookRequest(
            "POST",
            URL,
            "",
            null,
            Map.of(
                "Content-Type",
                List.of(contentType),
                "Authorization",
                List.of(signed.header("Authorization").orElseThrow())),
            signed.body());

    // When
    Reception reception = receiver.receive(call, account(), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.UnsupportedType.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "OPTIONS"})
  void otherMethodsAreRefused(String method) {
    // Given
    WebhookRequest signed = signed(INBOUND);

    // When
    Reception reception =
        receiver.receive(
            new WebhookRequest(method, URL, "", null, signed.headers(), signed.body()),
            account(),
            NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Malformed.class);
  }

  @ParameterizedTest
  @CsvSource({"2025-03-05T09:15:26Z, true", "2025-03-05T09:15:27Z, false"})
  void messageOfYesterdayIsARepetitionBySomebodyElse(Instant receivedAt, boolean accepted) {
    // When
    Reception reception = receiver.receive(signed(INBOUND), account(), receivedAt);

    // Then
    assertThat(reception)
        .isInstanceOf(accepted ? Reception.Understood.class : Reception.NotAuthentic.class);
  }

  @Test
  void reportMayBeLate() {
    // When
    Reception reception =
        receiver.receive(signed(REPORT), account(), Instant.parse("2025-03-09T00:00:00Z"));

    // Then
    assertThat(reception).isInstanceOf(Reception.Understood.class);
  }

  @Test
  void replayedMessageIsReadWithoutItsHeaders() {
    // Given
    WebhookRequest signed = signed(INBOUND);
    WebhookRequest kept = new WebhookRequest("POST", URL, "", null, Map.of(), signed.body());

    // When
    Reception reception = receiver.read(kept, account(), NOW.plusSeconds(1_000_000));

    // Then
    assertThat(message(reception).text()).isEqualTo("Is the shop open?");
  }

  private static String report(int code) {
    return REPORT
        .replace("\"code\":200", "\"code\":" + code)
        .replace("Delivered to handset", "Said so");
  }
}
