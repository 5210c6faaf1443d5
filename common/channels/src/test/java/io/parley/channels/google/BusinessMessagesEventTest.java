package io.parley.channels.google;

import static io.parley.channels.google.Samples.ACCOUNT_ID;
import static io.parley.channels.google.Samples.ADDRESS_ID;
import static io.parley.channels.google.Samples.AGENT;
import static io.parley.channels.google.Samples.CONVERSATION;
import static io.parley.channels.google.Samples.GBM_BODY;
import static io.parley.channels.google.Samples.GBM_SIGNATURE;
import static io.parley.channels.google.Samples.LIVE_AGENT_BODY;
import static io.parley.channels.google.Samples.MESSAGE_ID;
import static io.parley.channels.google.Samples.NOW;
import static io.parley.channels.google.Samples.RECEIPTS_BODY;
import static io.parley.channels.google.Samples.RECEIPTS_SIGNATURE;
import static io.parley.channels.google.Samples.account;
import static io.parley.channels.google.Samples.call;
import static io.parley.channels.google.Samples.gbm;
import static io.parley.channels.google.Samples.signed;
import static io.parley.channels.google.Samples.understood;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerProfile;
import io.parley.events.CustomerSignalled;
import io.parley.events.CustomerSignalled.Signal;
import io.parley.events.MessageReceived;
import io.parley.events.QuotedMessage;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import io.parley.events.Selection;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of Business Messages (providers/google-business-messages.md §4, §6, §8). */
class BusinessMessagesEventTest {

  private static final CustomerAddress CUSTOMER =
      new CustomerAddress(CustomerAddress.Kind.BUSINESS_SCOPED_ID, CONVERSATION);

  private final GoogleReceiver receiver = new GoogleReceiver();

  @Test
  void documentedMessageIsReadWhole() {
    // When
    Reception reception =
        receiver.receive(
            call(GBM_BODY, GBM_SIGNATURE), account(Channel.GOOGLE_BUSINESS_MESSAGES), NOW);

    // Then
    assertThat(reception)
        .isEqualTo(
            Reception.Understood.message(
                new MessageReceived(
                    ACCOUNT_ID,
                    ADDRESS_ID,
                    Channel.GOOGLE_BUSINESS_MESSAGES,
                    "google",
                    "c0ffee01-77aa-4b21-8f3e-2f6d1a9b5e10",
                    CUSTOMER,
                    null,
                    AGENT,
                    "Olá, is a=b & open today?",
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    CustomerProfile.UNKNOWN,
                    null,
                    Map.of(
                        "requestId", "req-20240611-0001", "sendTime", "2024-06-11T08:30:05.500Z"),
                    Instant.parse("2024-06-11T08:30:05.123456Z"),
                    NOW),
                WebhookAnswer.OK));
  }

  @Test
  void documentedReceiptsAreReadOneByOne() {
    // When
    Reception.Understood reception =
        understood(
            receiver.receive(
                call(RECEIPTS_BODY, RECEIPTS_SIGNATURE),
                account(Channel.GOOGLE_BUSINESS_MESSAGES),
                NOW));

    // Then
    assertThat(reception.receipts())
        .extracting(
            ReceiptReceived::providerMessageId,
            ReceiptReceived::status,
            ReceiptReceived::providerStatus,
            ReceiptReceived::messageId)
        .containsExactly(
            tuple("01b7-a", ReceiptStatus.READ, "READ", null),
            tuple("01b7-b", ReceiptStatus.DELIVERED, "DELIVERED", null));
    assertThat(reception.receipts().getFirst().attributes())
        .containsEntry("receipts.createTime", "2024-06-11T08:31:11.900Z")
        .containsEntry("conversationId", CONVERSATION);
    assertThat(reception.answer()).isEqualTo(WebhookAnswer.OK);
  }

  @Test
  void receiptNamesOurMessageBecauseWeChoseItsId() {
    // When
    Reception.Understood reception =
        understood(
            gbm(receipts("{\"message\":\"a/b/" + MESSAGE_ID + "\",\"receiptType\":\"READ\"}")));

    // Then
    assertThat(reception.receipts().getFirst().messageId()).isEqualTo(MESSAGE_ID);
  }

  @Test
  void badReceiptIsKeptAloneAndDoesNotSpoilTheOthers() {
    // Given
    String fields =
        receipts(
            "{\"message\":\"c/1/m/1\",\"receiptType\":\"READ\"}",
            "{\"message\":\"c/1/m/2\",\"receiptType\":\"SEEN\"}",
            "7",
            "{\"message\":\"c/1/m/3\",\"receiptType\":\"DELIVERED\"}");

    // When
    Reception.Understood reception = understood(gbm(fields));

    // Then
    assertThat(reception.receipts())
        .extracting(ReceiptReceived::providerMessageId)
        .containsExactly("1", "3");
    assertThat(reception.unread()).hasSize(2);
    assertThat(new String(reception.unread().getFirst().body(), UTF_8))
        .contains("\"receipts\":[{\"message\":\"c/1/m/2\",\"receiptType\":\"SEEN\"}]");
  }

  @Test
  void receiptThatWasKeptIsReadAsACallOfItsOwn() {
    // Given
    Reception.Understood reception =
        understood(
            gbm(
                receipts(
                    "{\"message\":\"c/1/m/1\",\"receiptType\":\"READ\"}",
                    "{\"message\":\"c/1/m/2\",\"receiptType\":\"SEEN\"}")));

    // When
    Reception again =
        receiver.read(
            signed(reception.unread().getFirst().body()),
            account(Channel.GOOGLE_BUSINESS_MESSAGES),
            NOW);

    // Then
    assertThat(again).isInstanceOf(Reception.NotUnderstood.class);
  }

  @Test
  void receiptCountsAlthoughTheAgentIsNoLongerAnAddress() {
    // Given
    String body = RECEIPTS_BODY.replace("5f0c2a77-books", "gone");

    // When
    Reception.Understood reception =
        understood(
            receiver.receive(
                signed(body.getBytes(UTF_8)), account(Channel.GOOGLE_BUSINESS_MESSAGES), NOW));

    // Then
    assertThat(reception.receipts()).hasSize(2);
  }

  @Test
  void documentedWishForAPersonIsAMessageThatAgentsSee() {
    // When
    Reception.Understood reception =
        understood(
            receiver.receive(
                signed(LIVE_AGENT_BODY.getBytes(UTF_8)),
                account(Channel.GOOGLE_BUSINESS_MESSAGES),
                NOW));

    // Then
    MessageReceived message = reception.messages().getFirst();
    assertThat(reception.signals()).isEmpty();
    assertThat(message.providerMessageId()).isEqualTo("req-20240611-0009");
    assertThat(message.text()).isEmpty();
    assertThat(message.selection())
        .isEqualTo(
            new Selection(
                Selection.Kind.BUTTON, "requested_live_agent", "Asked to talk to a person", null));
    assertThat(message.profile().name()).isEqualTo("Inês");
    assertThat(message.sentAt()).isEqualTo(Instant.parse("2024-06-11T08:32:00Z"));
    assertThat(message.attributes())
        .containsEntry("context.entryPoint", "MAPS")
        .containsEntry("context.placeId", "ChIJh4rb0r")
        .containsEntry("context.resolvedLocale", "pt-BR")
        .containsEntry("context.userInfo.userDeviceLocale", "pt-BR");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\"isTyping\":true | TYPING_STARTED | 0",
        "\"isTyping\":\"true\" | TYPING_STARTED | 0",
        "\"isTyping\":false | TYPING_STOPPED | 0",
        "\"isTyping\":\"false\" | TYPING_STOPPED | 0",
        "\"createTime\":\"2024-06-11T08:32:00Z\" | TYPING_STOPPED | 0",
        "\"requestedLiveAgent\":true | | 1",
        "\"requestedLiveAgent\":\"true\" | | 1",
        "\"requestedLiveAgent\":false | | 0",
        "\"requestedLiveAgent\":true,\"isTyping\":true | TYPING_STARTED | 1"
      },
      delimiter = '|')
  void userStatusIsReadInEveryForm(String status, @Nullable Signal signal, int messages) {
    // When
    Reception.Understood reception = understood(gbm("\"userStatus\":{" + status + "}"));

    // Then
    assertThat(reception.signals())
        .extracting(CustomerSignalled::signal)
        .isEqualTo(signal == null ? List.of() : List.of(signal));
    assertThat(reception.messages()).hasSize(messages);
  }

  @Test
  void signalHasTheSameIdWhenItIsRepeated() {
    // Given
    String typing = "\"userStatus\":{\"isTyping\":true,\"createTime\":\"2024-06-11T08:32:00Z\"}";

    // When
    CustomerSignalled once = understood(gbm(typing)).signals().getFirst();
    CustomerSignalled again = understood(gbm(typing)).signals().getFirst();
    CustomerSignalled later = understood(gbm(typing.replace("00Z", "09Z"))).signals().getFirst();

    // Then
    assertThat(once).isEqualTo(again);
    assertThat(later.signalId()).isNotEqualTo(once.signalId());
    assertThat(understood(gbm("\"requestId\":\"r-7\"," + typing)).signals().getFirst().signalId())
        .isEqualTo("r-7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"text\":\"Yes\",\"postbackData\":\"hold_yes\",\"type\":\"REPLY\" | Yes | hold_yes | Yes",
        "\"postbackData\":\"hold_yes\",\"suggestionType\":\"ACTION\" | hold_yes | hold_yes |",
        "\"text\":\"Yes\" | Yes | | Yes",
      })
  void tappedSuggestionIsASelection(
      String response, String text, @Nullable String id, @Nullable String title) {
    // When
    MessageReceived message =
        understood(
                gbm(
                    "\"requestId\":\"r-8\",\"suggestionResponse\":{\"message\":\"conversations/c/messages/m-1\",\"createTime\":\"2024-06-11T08:32:00Z\","
                        + response
                        + "}"))
            .messages()
            .getFirst();

    // Then
    assertThat(message.text()).isEqualTo(text);
    assertThat(message.selection())
        .isEqualTo(new Selection(Selection.Kind.BUTTON, id, title, null));
    assertThat(message.quoted()).isEqualTo(new QuotedMessage("m-1", null));
    assertThat(message.providerMessageId()).isEqualTo("r-8");
    assertThat(message.sentAt()).isEqualTo(Instant.parse("2024-06-11T08:32:00Z"));
    assertThat(message.consent()).isNull();
  }

  @Test
  void typeOfATappedSuggestionIsKeptUnderEitherName() {
    // When
    Map<String, String> real =
        understood(gbm("\"suggestionResponse\":{\"text\":\"Y\",\"type\":\"REPLY\"}"))
            .messages()
            .getFirst()
            .attributes();
    Map<String, String> fixture =
        understood(gbm("\"suggestionResponse\":{\"text\":\"Y\",\"suggestionType\":\"REPLY\"}"))
            .messages()
            .getFirst()
            .attributes();

    // Then
    assertThat(real).containsEntry("suggestionResponse.type", "REPLY");
    assertThat(fixture).containsEntry("suggestionResponse.suggestionType", "REPLY");
  }

  @Test
  void pictureIsMediaAndItsLinkIsNotShown() {
    // Given
    String link =
        "https://storage.googleapis.com/business-messages-us/a/b.jpg?x-goog-algorithm\\u003dGOOG4-RSA-SHA256\\u0026x-goog-expires\\u003d604800\\u0026x-goog-signature\\u003dab12";

    // When
    MessageReceived message =
        understood(gbm("\"message\":{\"messageId\":\"m-2\",\"text\":\"" + link + "\"}"))
            .messages()
            .getFirst();

    // Then
    assertThat(message.text()).isEmpty();
    assertThat(message.media())
        .singleElement()
        .satisfies(
            media ->
                assertThat(media.url())
                    .isEqualTo(
                        URI.create(
                            "https://storage.googleapis.com/business-messages-us/a/b.jpg?x-goog-algorithm=GOOG4-RSA-SHA256&x-goog-expires=604800&x-goog-signature=ab12")));
    assertThat(message.attributes().toString()).doesNotContain("x-goog-signature");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"surveyResponse\":{\"survey\":\"s\",\"rating\":\"SATISFIED\"} | survey",
        "\"authenticationResponse\":{\"code\":\"c\"} | sign in",
        "\"novelty\":{} | not known",
        "\"message\":{\"text\":\"x\"} | without messageId",
        "\"message\":7 | not known",
        "\"suggestionResponse\":{} | without text",
        "\"receipts\":{} | without a list",
        "\"receipts\":{\"receipts\":[{}]} | a receipt without message",
      })
  void whatHasNoPlaceIsKeptWithAReasonAndAcknowledged(String fields, String reason) {
    // When
    Reception reception = gbm(fields);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotUnderstood.class);
    assertThat(((Reception.NotUnderstood) reception).reason()).contains(reason);
    assertThat(((Reception.NotUnderstood) reception).answer()).isEqualTo(WebhookAnswer.OK);
  }

  @Test
  void messageIdIsTakenFromTheNameWhenItIsMissing() {
    // When
    Reception.Understood reception =
        understood(gbm("\"message\":{\"name\":\"conversations/c/messages/m-3\",\"text\":\"x\"}"));

    // Then
    assertThat(reception.messages().getFirst().providerMessageId()).isEqualTo("m-3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"conversationId\":\"c\",\"message\":{\"messageId\":\"m\",\"text\":\"x\"}}",
        "{\"agent\":\"brands/other/agents/5f0c2a77-books\",\"conversationId\":\"c\",\"message\":{\"messageId\":\"m\",\"text\":\"x\"}}",
        "{\"agent\":\"brands/1b9d6bcd-harbor/agents/other\",\"conversationId\":\"c\",\"message\":{\"messageId\":\"m\",\"text\":\"x\"}}",
        "{\"agent\":\"brands/1b9d6bcd-harbor/agents/5f0c2a77-books\",\"message\":{\"messageId\":\"m\",\"text\":\"x\"}}",
        "[1]",
        "nothing"
      })
  void callThatIsNotAboutAConversationOfOursIsKept(String body) {
    // When
    Reception reception =
        receiver.receive(
            signed(body.getBytes(UTF_8)), account(Channel.GOOGLE_BUSINESS_MESSAGES), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotUnderstood.class);
  }

  @Test
  void wordsOfOptOutMeanNothingHere() {
    // When
    Reception.Understood reception =
        understood(gbm("\"message\":{\"messageId\":\"m-4\",\"text\":\"STOP\"}"));

    // Then
    assertThat(reception.messages().getFirst().consent()).isNull();
  }

  @Test
  void charactersThatCannotBeKeptAreRemoved() {
    // When
    Reception.Understood reception =
        understood(gbm("\"message\":{\"messageId\":\"m-5\",\"text\":\"a\\u0000b\\ud800c\"}"));

    // Then
    assertThat(reception.messages().getFirst().text()).isEqualTo("ab\ufffdc");
  }

  private static String receipts(String... entries) {
    return "\"receipts\":{\"receipts\":[" + String.join(",", entries) + "]}";
  }
}
