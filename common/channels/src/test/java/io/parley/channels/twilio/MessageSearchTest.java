package io.parley.channels.twilio;

import static io.parley.channels.twilio.Samples.CUSTOMER;
import static io.parley.channels.twilio.Samples.OURS;
import static io.parley.channels.twilio.Samples.outgoing;
import static io.parley.channels.twilio.Samples.response;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.LookUpResult;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderResponse;
import io.parley.events.Channel;
import io.parley.events.EventJson;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSearchTest {

  private static final Instant ATTEMPTED_AT = Instant.parse("2025-03-04T23:59:50Z");
  private static final String FIRST = "SM00000000000000000000000000000001";
  private static final String SECOND = "SM00000000000000000000000000000002";
  private static final OutgoingMessage TEXT =
      outgoing(Channel.SMS, MessageContent.ofText("Your parcel left today."));
  private static final OutgoingMessage TEMPLATE =
      outgoing(
          Channel.SMS,
          MessageContent.ofTemplate(
              new MessageTemplate("HX0123456789abcdef0123456789abcdef", Map.of())));

  private final TwilioSender sender = new TwilioSender();

  @Test
  void oneMessageWithTheSameTextIsIt() {
    // When
    LookUpResult result = lookedUp(TEXT, listed(FIRST), listed(SECOND).put("body", "Other"));

    // Then
    assertThat(result).isEqualTo(new LookUpResult.Found(FIRST));
  }

  @Test
  void emptyListMeansAbsent() {
    // When
    LookUpResult result = lookedUp(TEXT);

    // Then
    assertThat(result).isEqualTo(new LookUpResult.Absent());
  }

  @Test
  void twoIdenticalMessagesAreAmbiguous() {
    // When
    LookUpResult result = lookedUp(TEXT, listed(FIRST), listed(SECOND));

    // Then
    assertThat(result).isInstanceOf(LookUpResult.Ambiguous.class);
  }

  @Test
  void identicalMessageThatIsKnownAlreadyDoesNotCount() {
    // When
    LookUpResult result =
        sender.lookedUp(
            page(null, listed(FIRST), listed(SECOND)),
            TEXT,
            Samples.account(Channel.SMS),
            ATTEMPTED_AT,
            List.of(FIRST));

    // Then
    assertThat(result).isEqualTo(new LookUpResult.Found(SECOND));
  }

  @ParameterizedTest
  @CsvSource({
    "direction, inbound",
    "to, +12065550143",
    "from, +12065550101",
    "body, Something else",
    "sid, ''",
    "'date_created', 'Tue, 04 Mar 2025 23:58:00 +0000'"
  })
  void otherMessagesAreNotIt(String field, String value) {
    // When
    LookUpResult result = lookedUp(TEXT, listed(FIRST).put(field, value));

    // Then
    assertThat(result).isEqualTo(new LookUpResult.Absent());
  }

  @ParameterizedTest
  @CsvSource({
    "direction, outbound-reply",
    "'date_created', 'Tue, 04 Mar 2025 23:59:20 +0000'",
    "'date_created', 'Wed, 05 Mar 2025 00:00:10 +0000'",
    "status, failed",
    "num_media, 0"
  })
  void whatMayDifferDoesNotMatter(String field, String value) {
    // When
    LookUpResult result = lookedUp(TEXT, listed(FIRST).put(field, value));

    // Then
    assertThat(result).isEqualTo(new LookUpResult.Found(FIRST));
  }

  @Test
  void senderMayBeMissingWithAMessagingService() {
    // When
    LookUpResult result = lookedUp(TEXT, listed(FIRST).putNull("from"));

    // Then
    assertThat(result).isEqualTo(new LookUpResult.Found(FIRST));
  }

  @Test
  void messageWithoutReadableTimeStillCounts() {
    // When
    LookUpResult result = lookedUp(TEXT, listed(FIRST).put("date_created", "yesterday"));

    // Then
    assertThat(result).isEqualTo(new LookUpResult.Found(FIRST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sent from your Twilio trial account - Your parcel left today.",
        "Your parcel left today...",
        " Your parcel left today. "
      })
  void textThatTwilioMayHaveChangedIsNotSentAgain(String body) {
    // When
    LookUpResult result = lookedUp(TEXT, listed(FIRST).put("body", body));

    // Then
    assertThat(result).isInstanceOf(LookUpResult.Ambiguous.class);
  }

  @Test
  void furtherPageIsNotTakenForAbsence() {
    // When
    LookUpResult result =
        sender.lookedUp(
            page("/2010-04-01/Accounts/AC/Messages.json?Page=1"),
            TEXT,
            Samples.account(Channel.SMS),
            ATTEMPTED_AT,
            List.of());

    // Then
    assertThat(((LookUpResult.Ambiguous) result).reason().text()).contains("one page");
  }

  @Test
  void attachmentsAreCounted() {
    // Given
    OutgoingMessage picture =
        outgoing(
            Channel.SMS,
            new MessageContent("", List.of(URI.create("https://files.example.org/a.jpg"))));

    // When
    LookUpResult result = lookedUp(picture, listed(FIRST).put("body", "").put("num_media", "1"));

    // Then
    assertThat(result).isEqualTo(new LookUpResult.Found(FIRST));
  }

  @Test
  void attachmentsThatTwilioHasNotCountedYetLeaveItOpen() {
    // Given
    OutgoingMessage picture =
        outgoing(
            Channel.SMS,
            new MessageContent("", List.of(URI.create("https://files.example.org/a.jpg"))));

    // When
    LookUpResult result = lookedUp(picture, listed(FIRST).put("body", ""));

    // Then
    assertThat(result).isInstanceOf(LookUpResult.Ambiguous.class);
  }

  @Test
  void templateIsFoundByPlaceAndTime() {
    // When
    LookUpResult result = lookedUp(TEMPLATE, listed(FIRST).put("body", "Hello Zoë"));

    // Then
    assertThat(result).isEqualTo(new LookUpResult.Found(FIRST));
  }

  @Test
  void twoCandidatesForATemplateAreAmbiguous() {
    // When
    LookUpResult result = lookedUp(TEMPLATE, listed(FIRST), listed(SECOND));

    // Then
    assertThat(result).isInstanceOf(LookUpResult.Ambiguous.class);
  }

  @Test
  void messageLongAfterwardsIsNotTakenForATemplate() {
    // When
    LookUpResult result =
        lookedUp(TEMPLATE, listed(FIRST).put("date_created", "Wed, 05 Mar 2025 00:20:00 +0000"));

    // Then
    assertThat(result).isInstanceOf(LookUpResult.Ambiguous.class);
  }

  @ParameterizedTest
  @CsvSource({
    "401, CREDENTIALS",
    "403, CREDENTIALS",
    "429, THROTTLED",
    "500, PROVIDER_FAILURE",
    "200, PROVIDER_FAILURE",
    "302, PROVIDER_FAILURE"
  })
  void answerThatIsNoListAnswersNothing(int status, FailureCause cause) {
    // When
    LookUpResult result =
        sender.lookedUp(
            response(status, "<html></html>"),
            TEXT,
            Samples.account(Channel.SMS),
            ATTEMPTED_AT,
            List.of());

    // Then
    assertThat(((LookUpResult.Unanswered) result).reason().cause()).isEqualTo(cause);
  }

  @Test
  void listOfNonsenseIsAbsent() {
    // When
    LookUpResult result =
        sender.lookedUp(
            response(200, "{\"messages\":[null,7,\"x\",[],{}]}"),
            TEXT,
            Samples.account(Channel.SMS),
            ATTEMPTED_AT,
            List.of());

    // Then
    assertThat(result).isEqualTo(new LookUpResult.Absent());
  }

  private LookUpResult lookedUp(OutgoingMessage message, ObjectNode... listed) {
    return sender.lookedUp(
        page(null, listed), message, Samples.account(Channel.SMS), ATTEMPTED_AT, List.of());
  }

  private static ProviderResponse page(@Nullable String next, ObjectNode... listed) {
    String messages =
        Arrays.stream(listed).map(ObjectNode::toString).collect(Collectors.joining(","));
    String nextPage = next == null ? "null" : "\"" + next + "\"";
    return response(
        200,
        "{\"messages\":["
            + messages
            + "],\"next_page_uri\":"
            + nextPage
            + ",\"page\":0,\"page_size\":1000}");
  }

  private static ObjectNode listed(String sid) {
    try {
      return (ObjectNode)
          EventJson.mapper()
              .readTree(
                  """
                  {"sid":"%s","body":"Your parcel left today.","direction":"outbound-api",
                   "from":"%s","to":"%s","status":"queued","num_media":"0","date_sent":null,
                   "date_created":"Tue, 04 Mar 2025 23:59:51 +0000"}
                  """
                      .formatted(sid, OURS, CUSTOMER));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
