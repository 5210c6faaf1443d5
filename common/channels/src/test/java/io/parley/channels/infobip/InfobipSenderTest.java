package io.parley.channels.infobip;

import static io.parley.channels.infobip.Samples.ACCEPTED;
import static io.parley.channels.infobip.Samples.CUSTOMER;
import static io.parley.channels.infobip.Samples.ERROR;
import static io.parley.channels.infobip.Samples.MESSAGE_ID;
import static io.parley.channels.infobip.Samples.NOW;
import static io.parley.channels.infobip.Samples.OLD_ERROR;
import static io.parley.channels.infobip.Samples.OURS;
import static io.parley.channels.infobip.Samples.REJECTED;
import static io.parley.channels.infobip.Samples.STATUS;
import static io.parley.channels.infobip.Samples.account;
import static io.parley.channels.infobip.Samples.address;
import static io.parley.channels.infobip.Samples.context;
import static io.parley.channels.infobip.Samples.item;
import static io.parley.channels.infobip.Samples.ours;
import static io.parley.channels.infobip.Samples.outgoing;
import static io.parley.channels.infobip.Samples.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.LookUpResult;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderResponse;
import io.parley.channels.Question;
import io.parley.channels.SendResult;
import io.parley.events.CustomerAddress;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfobipSenderTest {

  private final InfobipSender sender = new InfobipSender();

  @Test
  void documentedAnswerIsAccepted() {
    // When
    SendResult result = result(response(200, ours(ACCEPTED)));

    // Then
    assertThat(result).isEqualTo(new SendResult.Accepted(MESSAGE_ID.toString()));
  }

  @Test
  void documentedRejectionInsideASuccessIsRefusedAndAnOptOut() {
    // When
    SendResult result = result(response(200, ours(REJECTED)));

    // Then
    SendResult.Refused refused = (SendResult.Refused) result;
    assertThat(refused.optedOut()).isTrue();
    assertThat(refused.reason().cause()).isEqualTo(FailureCause.OPTED_OUT);
    assertThat(refused.reason().providerCode()).isEqualTo("status:14");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 26", "1, 7", "1, 3", "3, 5", "3, 2", "0, 0", "0, 999", "1, 999", "3, 999", "5, 23"
  })
  void pendingDeliveredAndDuplicateAreAccepted(int group, int id) {
    // When
    SendResult result = result(item("\"groupId\":" + group + ",\"id\":" + id));

    // Then
    assertThat(result).isEqualTo(new SendResult.Accepted(MESSAGE_ID.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 4, RECIPIENT_INVALID, false",
    "2, 9, RECIPIENT_UNREACHABLE, false",
    "2, 31, PROVIDER_FAILURE, false",
    "4, 15, RECIPIENT_UNREACHABLE, false",
    "4, 29, OUTCOME_UNKNOWN, false",
    "4, 87, CONTENT_REFUSED, false",
    "5, 87, CONTENT_REFUSED, false",
    "5, 6, CONFIGURATION, false",
    "5, 8, RECIPIENT_INVALID, false",
    "5, 10, OPTED_OUT, true",
    "5, 11, CONFIGURATION, false",
    "5, 12, CREDENTIALS, false",
    "5, 13, CONFIGURATION, false",
    "5, 14, OPTED_OUT, true",
    "5, 17, CREDENTIALS, false",
    "5, 18, CONFIGURATION, false",
    "5, 19, CONFIGURATION, false",
    "5, 20, THROTTLED, false",
    "5, 21, PROVIDER_FAILURE, false",
    "5, 24, CONTENT_INVALID, false",
    "5, 25, CONTENT_INVALID, false",
    "5, 51, RECIPIENT_INVALID, false",
    "5, 52, RECIPIENT_INVALID, false",
    "5, 99, CONFIGURATION, false",
    "5, 100, PROVIDER_FAILURE, false",
    "5, 999, OTHER, false",
    "2, 999, OTHER, false"
  })
  void failureInsideASuccessIsRefusedForGood(
      int group, int id, FailureCause cause, boolean optedOut) {
    // When
    SendResult result = result(item("\"groupId\":" + group + ",\"id\":" + id));

    // Then
    SendResult.Refused refused = (SendResult.Refused) result;
    assertThat(refused.reason().cause()).isEqualTo(cause);
    assertThat(refused.reason().providerCode()).isEqualTo("status:" + id);
    assertThat(refused.optedOut()).isEqualTo(optedOut);
  }

  @ParameterizedTest
  @CsvSource({"'\"groupId\":5', OTHER", "'\"groupName\":\"EXPIRED\"', RECIPIENT_UNREACHABLE"})
  void groupAloneRefuses(String status, FailureCause cause) {
    // When
    SendResult result = result(item(status));

    // Then
    assertThat(((SendResult.Refused) result).reason().cause()).isEqualTo(cause);
  }

  @Test
  void itemIsFoundByItsIdAndNotByItsPosition() {
    // Given
    String other = "{\"messageId\":\"other\",\"status\":{\"groupId\":5,\"id\":52}}";
    String mine = "{\"messageId\":\"" + MESSAGE_ID + "\",\"status\":{\"groupId\":1,\"id\":26}}";

    // When
    SendResult result = result(response(200, "{\"messages\":[" + other + "," + mine + "]}"));

    // Then
    assertThat(result).isInstanceOf(SendResult.Accepted.class);
  }

  @Test
  void onlyItemMayLackTheIdThatWeGave() {
    // When
    SendResult result =
        result(response(200, "{\"messages\":[{\"status\":{\"groupId\":1,\"id\":26}}]}"));

    // Then
    assertThat(result).isEqualTo(new SendResult.Accepted(MESSAGE_ID.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "{}",
        "[]",
        "{\"messages\":[]}",
        "{\"messages\":7}",
        "{\"messages\":[7]}",
        "{\"messages\":[{}]}",
        "{\"messages\":[{\"messageId\":\"other\",\"status\":{\"groupId\":1}}]}",
        "{\"messages\":[{\"status\":{\"groupId\":1}},{\"status\":{\"groupId\":1}}]}",
        "{\"messages\":[{\"status\":{\"groupId\":77,\"id\":999}}]}"
      })
  void successThatSaysNothingOfTheMessageIsUnknown(String body) {
    // When
    SendResult result = result(response(200, body));

    // Then
    assertThat(result).isInstanceOf(SendResult.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 408, 500, 502, 503, 504})
  void outcomeThatProvesNothingIsUnknown(int http) {
    // When
    SendResult result = result(response(http, "{\"errorCode\":\"E500\"}"));

    // Then
    assertThat(result).isInstanceOf(SendResult.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400, '{\"errorCode\":\"E400\"}', CONFIGURATION, E400",
    "401, '{\"errorCode\":\"E401\"}', CREDENTIALS, E401",
    "403, '{\"errorCode\":\"E403\"}', CREDENTIALS, E403",
    "404, '{\"errorCode\":\"E404\"}', CONFIGURATION, E404",
    "400, BAD_REQUEST, CONFIGURATION, BAD_REQUEST",
    "401, UNAUTHORIZED, CREDENTIALS, UNAUTHORIZED",
    "403, FORBIDDEN, CREDENTIALS, FORBIDDEN",
    "404, NOT_FOUND, CONFIGURATION, NOT_FOUND",
    "401, '', CREDENTIALS, E401",
    "403, '<html>', CREDENTIALS, E403",
    "401, '{\"errorCode\":\"status:14\"}', CREDENTIALS, E401",
    "418, '', OTHER, "
  })
  void refusedCallIsExplainedInEitherForm(int http, String body, FailureCause cause, String code) {
    // Given
    String written = body.matches("[A-Z_]+") ? OLD_ERROR.replace("UNAUTHORIZED", body) : body;

    // When
    SendResult result = result(response(http, written));

    // Then
    SendResult.Refused refused = (SendResult.Refused) result;
    assertThat(refused.reason().cause()).isEqualTo(cause);
    assertThat(refused.reason().providerCode()).isEqualTo(code);
    assertThat(refused.optedOut()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "messages[0].destinations[0].to, RECIPIENT_INVALID",
    "messages[0].content.text, CONTENT_INVALID",
    "messages[0].sender, CONFIGURATION",
    "<script>, CONFIGURATION"
  })
  void violationSaysWhatIsWrong(String property, FailureCause cause) {
    // When
    SendResult result =
        result(response(400, ERROR.replace("messages[0].destinations[0].to", property)));

    // Then
    assertThat(((SendResult.Refused) result).reason().cause()).isEqualTo(cause);
    assertThat(((SendResult.Refused) result).reason().text()).doesNotContain("<");
  }

  @Test
  void tooManyRequestsAreTriedAgainWhenInfobipSays() {
    // When
    SendResult result = result(response(429, "", "Retry-After", "7"));

    // Then
    assertThat(((SendResult.RetryLater) result).after()).isEqualTo(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @CsvSource({", 3600, true", ", 3601, false", "5, 300, true", "5, 301, false", "0, 0, true"})
  void unclearCallIsRepeatedWhileInfobipRemembers(String minutes, long age, boolean repeated) {
    // Given
    var context = context(minutes == null ? account() : account("repeatMinutes", minutes));
    OutgoingMessage message = outgoing("Hi");

    // When
    Optional<Question> question = sender.lookUp(message, context, STATUS, NOW.minusSeconds(age));

    // Then
    assertThat(question.isPresent()).isEqualTo(repeated);
    if (question.isPresent()) {
      assertThat(question.get().kind()).isEqualTo(Question.Kind.REPEAT);
      assertThat(question.get().request().body())
          .isEqualTo(sender.request(message, context, STATUS).body());
    }
  }

  static Stream<Arguments> repetitions() {
    return Stream.of(
        Arguments.of(response(200, ours(ACCEPTED)), LookUpResult.Found.class),
        Arguments.of(item("\"groupId\":5,\"id\":23"), LookUpResult.Found.class),
        Arguments.of(response(200, ours(REJECTED)), LookUpResult.Refused.class),
        Arguments.of(item("\"groupId\":5,\"id\":52"), LookUpResult.Refused.class),
        Arguments.of(item("\"groupId\":5,\"id\":12"), LookUpResult.Ambiguous.class),
        Arguments.of(item("\"groupId\":5,\"id\":17"), LookUpResult.Ambiguous.class),
        Arguments.of(item("\"groupId\":5,\"id\":20"), LookUpResult.Ambiguous.class),
        Arguments.of(item("\"groupId\":5,\"id\":87"), LookUpResult.Ambiguous.class),
        Arguments.of(item("\"groupId\":5,\"id\":999"), LookUpResult.Ambiguous.class),
        Arguments.of(item("\"groupId\":5,\"id\":21"), LookUpResult.Unanswered.class),
        Arguments.of(item("\"groupId\":5,\"id\":100"), LookUpResult.Unanswered.class),
        Arguments.of(response(400, ERROR), LookUpResult.Refused.class),
        Arguments.of(response(401, OLD_ERROR), LookUpResult.Unanswered.class),
        Arguments.of(response(403, ""), LookUpResult.Unanswered.class),
        Arguments.of(response(429, ""), LookUpResult.Unanswered.class),
        Arguments.of(response(503, ""), LookUpResult.Unanswered.class),
        Arguments.of(response(200, "{}"), LookUpResult.Unanswered.class));
  }

  @ParameterizedTest
  @MethodSource("repetitions")
  void repetitionSaysWhatBecameOfTheFirstCall(ProviderResponse answer, Class<?> expected) {
    // When
    LookUpResult result = sender.lookedUp(answer, outgoing("Hi"), account(), NOW, List.of());

    // Then
    assertThat(result).isInstanceOf(expected);
  }

  static Stream<Arguments> refusals() {
    MessageContent text = MessageContent.ofText("Hi");
    return Stream.of(
        Arguments.of(content("x".repeat(25 * 153 + 1)), FailureCause.CONTENT_INVALID),
        Arguments.of(content("é".repeat(2_001)), FailureCause.CONTENT_INVALID),
        Arguments.of(content("ш".repeat(25 * 67 + 1)), FailureCause.CONTENT_INVALID),
        Arguments.of(
            outgoing(
                address(OURS),
                CUSTOMER,
                null,
                new MessageContent("Hi", List.of(URI.create("https://example.org/a.png")))),
            FailureCause.CONTENT_INVALID),
        Arguments.of(
            outgoing(
                address(OURS),
                CUSTOMER,
                null,
                MessageContent.ofTemplate(new MessageTemplate("HX1", Map.of()))),
            FailureCause.TEMPLATE_INVALID),
        Arguments.of(outgoing(address(OURS), OURS, null, text), FailureCause.RECIPIENT_INVALID),
        Arguments.of(to(CustomerAddress.Kind.NAME, "Vodafone"), FailureCause.RECIPIENT_INVALID),
        Arguments.of(to(CustomerAddress.Kind.SHORT_CODE, "72345"), FailureCause.RECIPIENT_INVALID));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatInfobipCannotCarryIsRefusedBeforeTheCall(OutgoingMessage message, FailureCause cause) {
    // When
    Optional<SendResult.Refused> refusal = sender.check(message, Map.of());

    // Then
    assertThat(refusal.orElseThrow().reason().cause()).isEqualTo(cause);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 25 * 153})
  void longestTextIsCarried(int length) {
    // When
    Optional<SendResult.Refused> refusal = sender.check(content("x".repeat(length)), Map.of());

    // Then
    assertThat(refusal).isEmpty();
  }

  @Test
  void partsAreNotCountedWhereInfobipChangesTheLetters() {
    // When
    Optional<SendResult.Refused> refusal =
        sender.check(content("ш".repeat(1_900)), Map.of("transliteration", "CYRILLIC"));

    // Then
    assertThat(refusal).isEmpty();
  }

  private SendResult result(ProviderResponse response) {
    return sender.result(response, outgoing("Hi"), account());
  }

  private static OutgoingMessage content(String text) {
    return outgoing(address(OURS), CUSTOMER, null, MessageContent.ofText(text));
  }

  private static OutgoingMessage to(CustomerAddress.Kind kind, String value) {
    return new OutgoingMessage(
        MESSAGE_ID,
        address(OURS),
        new CustomerAddress(kind, value),
        null,
        MessageContent.ofText("Hi"),
        null,
        NOW);
  }
}
