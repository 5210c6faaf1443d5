package io.parley.channels.infobip;

import static io.parley.channels.infobip.Samples.ACCOUNT_ID;
import static io.parley.channels.infobip.Samples.ADDRESS_ID;
import static io.parley.channels.infobip.Samples.BLOCK;
import static io.parley.channels.infobip.Samples.INBOUND;
import static io.parley.channels.infobip.Samples.MESSAGE_ID;
import static io.parley.channels.infobip.Samples.MMS;
import static io.parley.channels.infobip.Samples.NOW;
import static io.parley.channels.infobip.Samples.OURS;
import static io.parley.channels.infobip.Samples.QUIZ;
import static io.parley.channels.infobip.Samples.REPORT;
import static io.parley.channels.infobip.Samples.URL;
import static io.parley.channels.infobip.Samples.account;
import static io.parley.channels.infobip.Samples.address;
import static io.parley.channels.infobip.Samples.call;
import static io.parley.channels.infobip.Samples.message;
import static io.parley.channels.infobip.Samples.receipt;
import static io.parley.channels.infobip.Samples.receive;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookRequest;
import io.parley.events.Channel;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.CustomerSignalled;
import io.parley.events.CustomerSignalled.Signal;
import io.parley.events.Media;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfobipReceiverTest {

  private final InfobipReceiver receiver = new InfobipReceiver();

  @Test
  void documentedMessageIsReadWhole() {
    // When
    Reception.Understood understood = receive(INBOUND);

    // Then
    MessageReceived message = message(understood);
    assertThat(understood.answer()).isEqualTo(WebhookAnswer.OK);
    assertThat(understood.unread()).isEmpty();
    assertThat(message.accountId()).isEqualTo(ACCOUNT_ID);
    assertThat(message.channelAddressId()).isEqualTo(ADDRESS_ID);
    assertThat(message.channel()).isEqualTo(Channel.SMS);
    assertThat(message.provider()).isEqualTo("infobip");
    assertThat(message.providerMessageId()).isEqualTo("01HZX4P0Q7");
    assertThat(message.from()).isEqualTo(new CustomerAddress(Kind.PHONE_NUMBER, "+447700900123"));
    assertThat(message.replyTo()).isNull();
    assertThat(message.to()).isEqualTo(OURS);
    assertThat(message.text()).isEqualTo("STOP");
    assertThat(message.consent()).isEqualTo(ConsentSignal.STOP);
    assertThat(message.sentAt()).isEqualTo(Instant.parse("2026-03-03T09:05:07.120Z"));
    assertThat(message.receivedAt()).isEqualTo(NOW);
    assertThat(message.attributes())
        .containsOnly(
            entry("keyword", "STOP"),
            entry("smsCount", "1"),
            entry("price.pricePerMessage", "0"),
            entry("price.currency", "EUR"));
  }

  @Test
  void wholeTextIsTheMessageAndFurtherFieldsAreKept() {
    // When
    MessageReceived message = message(receive(QUIZ));

    // Then
    assertThat(message.text()).isEqualTo("QUIZ Correct answer is Paris");
    assertThat(message.consent()).isNull();
    assertThat(message.attributes())
        .containsOnly(
            entry("cleanText", "Correct answer is Paris"),
            entry("keyword", "QUIZ"),
            entry("smsCount", "1"),
            entry("price.pricePerMessage", "0"),
            entry("price.currency", "EUR"),
            entry("callbackData", "conv-91"),
            entry("applicationId", "app"),
            entry("entityId", "ent"),
            entry("campaignReferenceId", "camp"));
  }

  @Test
  void mmsIsJoinedAndItsMediaAreKept() {
    // When
    MessageReceived message = message(receive(MMS));

    // Then
    assertThat(message.text()).isEqualTo("Look\nat this");
    assertThat(message.media())
        .containsExactly(
            new Media(URI.create("https://xk3p9z.api.infobip.com/mms/1/a.jpg"), "image/jpeg"));
    assertThat(message.attributes())
        .containsEntry("message.0.contentType", "application/smil")
        .doesNotContainKeys("message.1.value", "message.2.url", "message.3.value");
  }

  @Test
  void stopThatComesAsMmsIsHonoured() {
    // When
    MessageReceived message =
        message(
            receive(
                MMS.replace("Look", "Stop")
                    .replace(",{\"contentType\":\"text/plain\",\"value\":\"at this\"}", "")));

    // Then
    assertThat(message.consent()).isEqualTo(ConsentSignal.STOP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"javascript:x\"", "\"/a.jpg\"", "\"https://[\"", "7", "null", "{}"})
  void mediumThatIsNoWebAddressNeverSpoilsTheMessage(String url) {
    // When
    MessageReceived message =
        message(receive(MMS.replace("\"https://xk3p9z.api.infobip.com/mms/1/a.jpg\"", url)));

    // Then
    assertThat(message.text()).isEqualTo("Look\nat this");
    assertThat(message.media()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "STOP, STOP, STOP", "stop, please stop this, STOP", "QUIZ, stop, STOP", "YES, yes I will, ",
    "START, start now, ", "'', Start, START", "'', Help, HELP", "'', Hello, "
  })
  void consentIsTheKeywordsOrTheCustomers(
      String keyword, String text, @Nullable ConsentSignal expected) {
    // Given
    String body =
        INBOUND
            .replace("\"text\":\"STOP\"", "\"text\":\"" + text + "\"")
            .replace("\"keyword\":\"STOP\"", "\"keyword\":\"" + keyword + "\"");

    // When
    MessageReceived message = message(receive(body));

    // Then
    assertThat(message.consent()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "447700900123, PHONE_NUMBER, +447700900123, ",
    "+447700900123, PHONE_NUMBER, +447700900123, ",
    "4407911123456, PHONE_NUMBER, +447911123456, 4407911123456",
    "72345, SHORT_CODE, 72345, ",
    "Vodafone, NAME, Vodafone, "
  })
  void senderIsANumberAShortCodeOrAName(
      String from, Kind kind, String value, @Nullable String replyTo) {
    // When
    MessageReceived message = message(receive(INBOUND.replace("447700900123", from)));

    // Then
    assertThat(message.from()).isEqualTo(new CustomerAddress(kind, value));
    assertThat(message.replyTo()).isEqualTo(replyTo);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-03T09:05:07.120Z",
        "2026-03-03T09:05:07.120+00:00",
        "2026-03-03T10:05:07.120+0100",
        "2026-03-03T04:05:07.120-05:00"
      })
  void timeHasAnyOffset(String receivedAt) {
    // When
    MessageReceived message =
        message(receive(INBOUND.replace("2026-03-03T09:05:07.120+0000", receivedAt)));

    // Then
    assertThat(message.sentAt()).isEqualTo(Instant.parse("2026-03-03T09:05:07.120Z"));
  }

  @Test
  void timeThatIsNoneIsKeptAsItIs() {
    // When
    MessageReceived message =
        message(receive(INBOUND.replace("2026-03-03T09:05:07.120+0000", "now")));

    // Then
    assertThat(message.sentAt()).isNull();
    assertThat(message.attributes()).containsEntry("receivedAt", "now");
  }

  @ParameterizedTest
  @CsvSource({"447700900999, +447700900999", "+447700900999, +447700900999", "72345, 72345"})
  void ourAddressIsFoundInWhateverFormItIsWritten(String received, String ours) {
    // Given
    OpenAccount account = with(address(ours));

    // When
    Reception reception =
        receiver.receive(call(INBOUND.replace("447700900999", received)), account, NOW);

    // Then
    assertThat(message(reception).to()).isEqualTo(ours);
  }

  @Test
  void documentedReportIsReadWhole() {
    // When
    Reception.Understood understood = receive(REPORT);

    // Then
    ReceiptReceived receipt = receipt(understood);
    assertThat(understood.answer()).isEqualTo(WebhookAnswer.OK);
    assertThat(receipt.providerMessageId()).isEqualTo("conv-91-m7");
    assertThat(receipt.messageId()).isNull();
    assertThat(receipt.status()).isEqualTo(ReceiptStatus.UNDELIVERED);
    assertThat(receipt.providerStatus()).isEqualTo("UNDELIVERABLE_NOT_DELIVERED");
    assertThat(receipt.errorCode()).isEqualTo("error:27");
    assertThat(receipt.errorText()).isEqualTo("Absent subscriber");
    assertThat(receipt.part()).isNull();
    assertThat(receipt.attributes())
        .containsOnly(
            entry("bulkId", "4034072219640523071"),
            entry("to", "447700900123"),
            entry("sender", "447700900999"),
            entry("sentAt", "2026-03-03T10:05:08.000+0100"),
            entry("doneAt", "2026-03-03T10:05:11.430+0100"),
            entry("messageCount", "1"),
            entry("mccMnc", "23410"),
            entry("callbackData", "conv-91"),
            entry("price.pricePerMessage", "0.04"),
            entry("price.currency", "EUR"),
            entry("status.description", "Message sent not delivered"),
            entry("error.groupId", "1"),
            entry("error.groupName", "HANDSET_ERRORS"),
            entry("error.id", "27"),
            entry("error.name", "EC_ABSENT_SUBSCRIBER"),
            entry("error.permanent", "false"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, ACCEPTED",
    "1, 26, QUEUED",
    "1, 7, SENT",
    "1, 3, SENT",
    "2, 4, UNDELIVERED",
    "2, 9, UNDELIVERED",
    "2, 31, FAILED",
    "3, 2, SENT",
    "3, 5, DELIVERED",
    "4, 15, UNDELIVERED",
    "4, 29, UNDELIVERED",
    "4, 87, REJECTED",
    "5, 87, REJECTED",
    "5, 6, REJECTED",
    "5, 8, REJECTED",
    "5, 10, REJECTED",
    "5, 11, REJECTED",
    "5, 12, REJECTED",
    "5, 13, REJECTED",
    "5, 14, REJECTED",
    "5, 17, REJECTED",
    "5, 18, REJECTED",
    "5, 19, REJECTED",
    "5, 20, REJECTED",
    "5, 21, REJECTED",
    "5, 24, REJECTED",
    "5, 25, REJECTED",
    "5, 51, REJECTED",
    "5, 52, REJECTED",
    "5, 99, REJECTED",
    "5, 100, REJECTED",
    "2, 96, UNDELIVERED",
    "2, 97, UNDELIVERED",
    "2, 98, UNDELIVERED",
    "5, 23, ACCEPTED",
    "0, 999, ACCEPTED",
    "1, 999, SENT",
    "2, 999, UNDELIVERED",
    "3, 999, DELIVERED",
    "4, 999, UNDELIVERED",
    "5, 999, REJECTED",
    "99, 5, DELIVERED"
  })
  void everyStatusHasItsMeaning(int group, int id, ReceiptStatus expected) {
    // When
    ReceiptReceived receipt =
        receipt(receive(report("\"groupId\":" + group + ",\"id\":" + id, "\"id\":0")));

    // Then
    assertThat(receipt.status()).isEqualTo(expected);
    boolean failed =
        expected == ReceiptStatus.UNDELIVERED
            || expected == ReceiptStatus.FAILED
            || expected == ReceiptStatus.REJECTED;
    assertThat(receipt.errorCode()).isEqualTo(failed ? "status:" + id : null);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"groupId\":1', SENT", "'\"groupName\":\"ACCEPTED\"', ACCEPTED",
    "'\"groupName\":\"PENDING\"', SENT", "'\"groupName\":\"UNDELIVERABLE\"', UNDELIVERED",
    "'\"groupName\":\"delivered\"', DELIVERED", "'\"groupName\":\"EXPIRED\"', UNDELIVERED",
    "'\"groupName\":\"REJECTED\"', REJECTED", "'\"groupId\":\"3\"', DELIVERED",
    "'\"groupId\":null,\"id\":5', DELIVERED"
  })
  void groupAloneIsEnough(String status, ReceiptStatus expected) {
    // When
    ReceiptReceived receipt = receipt(receive(report(status, "")));

    // Then
    assertThat(receipt.status()).isEqualTo(expected);
  }

  @Test
  void unknownStatusIsKeptAndAcknowledged() {
    // When
    Reception.Understood understood =
        receive(report("\"groupId\":77,\"groupName\":\"ODD\",\"id\":999", ""));

    // Then
    assertThat(understood.receipts()).isEmpty();
    assertThat(understood.unread()).hasSize(1);
    assertThat(understood.answer()).isEqualTo(WebhookAnswer.OK);
  }

  @ParameterizedTest
  @CsvSource({
    // group, id of the status, error, expected code
    "2, 9, '\"id\":27', error:27",
    "2, 9, '\"id\":27,\"permanent\":false', error:27",
    "2, 9, '\"id\":27,\"permanent\":true', error:27:permanent",
    "2, 9, '\"id\":1,\"permanent\":true', error:1",
    "2, 9, '\"id\":351,\"permanent\":false', error:351:temporary",
    "2, 9, '\"id\":7777,\"permanent\":false', error:7777:temporary",
    "2, 9, '\"id\":7777', error:7777",
    "2, 9, '\"id\":0', status:9",
    "2, 9, '', status:9",
    "5, 12, '\"id\":255', status:12",
    "5, 14, '\"id\":2052', error:2052",
    "5, 6, '\"id\":603', error:603",
    "5, 999, '\"id\":352', error:352",
    "4, 29, '\"id\":0,\"name\":\"NO_ERROR\",\"permanent\":false', status:29"
  })
  void networksErrorExplainsUnlessInfobipRejected(
      int group, int id, String error, String expected) {
    // When
    ReceiptReceived receipt =
        receipt(receive(report("\"groupId\":" + group + ",\"id\":" + id, error)));

    // Then
    assertThat(receipt.errorCode()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"messageId\":\"conv-91-m7\"', '\"messageId\":\"00000000-0000-4000-8000-000000000003\"', 00000000-0000-4000-8000-000000000003",
    "'\"callbackData\":\"conv-91\"', '\"callbackData\":\"00000000-0000-4000-8000-000000000003\"', conv-91-m7",
    "'\"messageId\":\"conv-91-m7\"', '\"callbackData\":\"00000000-0000-4000-8000-000000000003\",\"x\":\"\"', "
  })
  void ourMessageIdComesBackInEitherPlace(
      String replaced, String by, @Nullable String providerMessageId) {
    // Given
    String body =
        providerMessageId == null
            ? REPORT.replace(replaced, "\"x\":1").replace("conv-91\"", MESSAGE_ID + "\"")
            : REPORT.replace(replaced, by);

    // When
    ReceiptReceived receipt = receipt(receive(body));

    // Then
    assertThat(receipt.messageId()).isEqualTo(MESSAGE_ID);
    assertThat(receipt.providerMessageId())
        .isEqualTo(providerMessageId == null ? MESSAGE_ID.toString() : providerMessageId);
  }

  @Test
  void callbackUrlTellsOurMessageIdWhereInfobipForgetsIt() {
    // Given
    WebhookRequest call =
        new WebhookRequest(
            "POST",
            URL + "/status",
            "/status",
            "message=" + MESSAGE_ID,
            Map.of("Content-Type", List.of("application/json")),
            REPORT.getBytes(UTF_8));

    // When
    ReceiptReceived receipt = receipt(receiver.receive(call, account(), NOW));

    // Then
    assertThat(receipt.messageId()).isEqualTo(MESSAGE_ID);
  }

  @Test
  void reportOfTheOlderVersionIsRead() {
    // Given
    String body =
        REPORT
            .replace("\"messageCount\":1", "\"smsCount\":1,\"entityId\":\"ent\"")
            .replace("HANDSET_ERRORS", "Ok");

    // When
    ReceiptReceived receipt = receipt(receive(body));

    // Then
    assertThat(receipt.attributes())
        .containsEntry("smsCount", "1")
        .containsEntry("entityId", "ent");
  }

  @Test
  void oneBadElementNeverSpoilsTheOthers() {
    // Given
    String good = element(INBOUND);
    String bad = good.replace("447700900999", "447700900998");
    String report = element(REPORT);

    // When
    Reception.Understood understood =
        receive("{\"results\":[" + bad + "," + good + ",7," + report + ",{}],\"messageCount\":9}");

    // Then
    assertThat(understood.messages()).hasSize(1);
    assertThat(understood.receipts()).hasSize(1);
    assertThat(understood.unread())
        .extracting(Reception.Unread::reason)
        .containsExactly(
            "the account has no address 447700900998",
            "neither a message nor a report of Infobip's SMS",
            "neither a message nor a report of Infobip's SMS");
  }

  @Test
  void unreadElementIsACallOfItsOwn() {
    // Given
    Reception.Understood understood = receive(INBOUND.replace("447700900999", "447700900998"));
    byte[] kept = understood.unread().getFirst().body();

    // When
    Reception again =
        receiver.read(
            new WebhookRequest("POST", URL, "", null, Map.of(), kept),
            with(address("+447700900998")),
            NOW);

    // Then
    assertThat(message(again).text()).isEqualTo("STOP");
  }

  @Test
  void hundredReportsInOneCallAreAllRead() {
    // Given
    String reports = String.join(",", Collections.nCopies(100, element(REPORT)));

    // When
    Reception.Understood understood = receive("{\"results\":[" + reports + "]}");

    // Then
    assertThat(understood.receipts()).hasSize(100);
  }

  @Test
  void emptyListIsAcknowledged() {
    // When
    Reception.Understood understood = receive("{\"results\":[],\"messageCount\":0}");

    // Then
    assertThat(understood.events()).isEmpty();
    assertThat(understood.unread()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "null", "<html>", "{\"results\":{}}", "{\"results\":null}"})
  void callWithoutAListIsKeptAndAcknowledged(String body) {
    // When
    Reception reception = receiver.receive(call(body), account(), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotUnderstood.class);
    assertThat(((Reception.NotUnderstood) reception).answer()).isEqualTo(WebhookAnswer.OK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"from\":\"447700900123\",\"to\":\"447700900999\",\"integrationType\":\"WHATSAPP\",\"messageId\":\"wamid.1\",\"message\":{\"type\":\"TEXT\",\"text\":\"Hi\"}}",
        "{\"messageId\":\"a\",\"from\":\"447700900999\",\"to\":\"447700900123\",\"sentAt\":\"x\",\"seenAt\":\"y\"}",
        "{\"messageId\":\"a\",\"sender\":\"447700900123\",\"destination\":\"447700900999\",\"content\":[{\"type\":\"TEXT\",\"text\":\"Hi\"}]}",
        "{\"event\":\"CLICK\"}",
        "{\"from\":\"447700900123\",\"to\":\"447700900999\",\"text\":\"no id\"}",
        "{\"messageId\":\"a\",\"to\":\"447700900999\",\"text\":\"no sender\"}",
        "{\"messageId\":\"a\",\"from\":\"447700900123\",\"text\":\"no receiver\"}",
        "{\"messageId\":\"a b\",\"from\":\"447700900123\",\"to\":\"447700900999\",\"text\":\"odd id\"}",
        "{\"status\":{\"groupId\":3}}"
      })
  void whatIsNoSmsIsKeptForPeople(String element) {
    // When
    Reception.Understood understood = receive("{\"results\":[" + element + "]}");

    // Then
    assertThat(understood.events()).isEmpty();
    assertThat(understood.unread()).hasSize(1);
  }

  @Test
  void textLosesWhatCannotBeStored() {
    // When
    MessageReceived message =
        message(receive(INBOUND.replace("\"text\":\"STOP\"", "\"text\":\"a\\u0000b\\udc00c\"")));

    // Then
    assertThat(message.text()).isEqualTo("ab\ufffdc");
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCK, MO, SMS, OPTED_OUT",
    "BLOCK, CUSTOM, SMS, OPTED_OUT",
    "BLOCK, CAMPAIGN, SMS, OPTED_OUT",
    "BLOCK, URL_OPT_OUT, SMS, OPTED_OUT",
    "UNBLOCK, MO, SMS, OPTED_IN",
    "UNBLOCK, URL_OPT_OUT, SMS, OPTED_IN",
    "UNBLOCK, CUSTOM, SMS, ",
    "BLOCK, MO, WHATSAPP, "
  })
  void changeOfTheBlocklistIsAConsentSignal(
      String event, String source, String channel, @Nullable Signal expected) {
    // Given
    String body =
        BLOCK
            .replace("\"BLOCK\"", "\"" + event + "\"")
            .replace("\"MO\"", "\"" + source + "\"")
            .replace("\"SMS\"", "\"" + channel + "\"");

    // When
    Reception.Understood understood = receive(body);

    // Then
    assertThat(understood.unread()).isEmpty();
    assertThat(understood.signals())
        .extracting(CustomerSignalled::signal)
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void blockIsAboutTheCustomerAndOurAddress() {
    // When
    CustomerSignalled signal = receive(BLOCK).signals().getFirst();

    // Then
    assertThat(signal.from()).isEqualTo(new CustomerAddress(Kind.PHONE_NUMBER, "+447700900123"));
    assertThat(signal.channelAddressId()).isEqualTo(ADDRESS_ID);
    assertThat(signal.provider()).isEqualTo("infobip");
    assertThat(signal.signalId())
        .isNotBlank()
        .isEqualTo(receive(BLOCK).signals().getFirst().signalId());
  }

  @Test
  void blockForAnySenderIsAboutAllOurAddresses() {
    // Given
    OpenAccount account =
        with(
            address(OURS),
            new ChannelAddress(
                UUID.randomUUID(),
                ACCOUNT_ID,
                Channel.SMS,
                "72345",
                "Short",
                SenderType.SHORT_CODE));

    // When
    Reception reception =
        receiver.receive(call(BLOCK.replace("\"sender\":\"447700900999\",", "")), account, NOW);

    // Then
    List<CustomerSignalled> signals = ((Reception.Understood) reception).signals();
    assertThat(signals).hasSize(2);
    assertThat(signals).extracting(CustomerSignalled::signalId).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"447700900999, 447700900998", "447700900123, ''"})
  void changeOfTheBlocklistThatCannotBePlacedIsKept(String replaced, String by) {
    // When
    Reception.Understood understood = receive(BLOCK.replace(replaced, by));

    // Then
    assertThat(understood.signals()).isEmpty();
    assertThat(understood.unread()).hasSize(1);
  }

  private static OpenAccount with(ChannelAddress... addresses) {
    return new OpenAccount(
        ACCOUNT_ID, Channel.SMS, account().settings(), account().secrets(), List.of(addresses));
  }

  private static String element(String body) {
    return body.substring("{\"results\":[".length(), body.lastIndexOf("]"));
  }

  private static String report(String status, String error) {
    return "{\"results\":[{\"messageId\":\"conv-91-m7\",\"status\":{"
        + status
        + "},\"error\":{"
        + error
        + "}}]}";
  }
}
