package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.parley.events.Channel;
import io.parley.events.ConversationEvent;
import io.parley.events.CustomerSignalled.Signal;
import io.parley.events.Event;
import io.parley.events.MessageContent;
import io.parley.events.Presence;
import io.parley.events.Selection;
import io.parley.events.Suggestion;
import io.parley.events.Topic;
import io.parley.testing.TestKafka;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is special about some channels, and that the rest is the same for all. */
@RoutingTest
class ChannelsTest {

  private static final Map<String, Object> YES =
      Map.of("kind", "REPLY", "text", "Yes", "postback", "hold_yes");

  @ParameterizedTest
  @CsvSource({
    "SMS, telesign",
    "WHATSAPP, twilio",
    "GOOGLE_BUSINESS_MESSAGES, google",
    "RCS, google",
    "CUSTOM, custom"
  })
  void conversationOfAnyChannelIsRoutedAndAnswered(Channel channel, String provider) {
    // Given
    Organisation organisation = Organisation.builder().account(provider, channel).build();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();

    // When
    TestKafka.send(customer.message("Hello", Map.of("context.entryPoint", "MAPS")));
    UUID conversationId = agent.takesNext();
    agent.reply(conversationId, "Good morning").then().statusCode(201);

    // Then
    assertThat(Told.replies(conversationId, 1).get(0).content().text()).isEqualTo("Good morning");
    JsonPath conversation = agent.conversation(conversationId);
    assertThat(conversation.getString("channel")).isEqualTo(channel.name());
    assertThat(conversation.getString("closesAt")).isNotNull();
    assertThat(Told.until(conversationId, ConversationEvent.Opened.class, 1).get(0).channel())
        .isEqualTo(channel);
    agent
        .request()
        .get("/api/v1/conversations/{id}/context", conversationId)
        .then()
        .statusCode(200)
        .body("channel", equalTo(channel.name()))
        .body("provider", equalTo(provider))
        .body("customerAddress", equalTo(customer.number()))
        .body("locale", equalTo("en"))
        .body("firstMessage", equalTo("Hello"))
        .body("attributes.'context.entryPoint'", equalTo("MAPS"));
  }

  @Test
  void cardsAndSuggestionsAreHandedOn() {
    // Given
    Agent agent = agentOf("google", Channel.RCS);
    UUID conversationId = accepted(agent);

    // When
    agent
        .reply(
            conversationId,
            Map.of(
                "cards",
                List.of(
                    Map.of(
                        "title",
                        "The book",
                        "mediaUrl",
                        "https://example.org/book.png",
                        "suggestions",
                        List.of(
                            Map.of(
                                "kind",
                                "OPEN_URL",
                                "text",
                                "Route",
                                "postback",
                                "route",
                                "url",
                                "https://example.org/route")))),
                "suggestions",
                List.of(YES)))
        .then()
        .statusCode(201);

    // Then
    MessageContent content = Told.replies(conversationId, 1).get(0).content();
    assertThat(content.cards()).hasSize(1);
    assertThat(content.cards().get(0).title()).isEqualTo("The book");
    assertThat(content.cards().get(0).suggestions().get(0).kind())
        .isEqualTo(Suggestion.Kind.OPEN_URL);
    assertThat(content.suggestions())
        .containsExactly(new Suggestion(Suggestion.Kind.REPLY, "Yes", "hold_yes", null, null));
    JsonPath thread = agent.thread(conversationId);
    assertThat(thread.getString("items[1].cards[0].title")).isEqualTo("The book");
    assertThat(thread.getString("items[1].suggestions[0].text")).isEqualTo("Yes");
  }

  @ParameterizedTest
  @CsvSource({"cards, /cards", "suggestions, /suggestions"})
  void channelThatCannotShowThemSaysSo(String field, String pointer) {
    // Given
    Agent agent = agentOf("twilio", Channel.SMS);
    UUID conversationId = accepted(agent);
    Object value = field.equals("cards") ? List.of(Map.of("title", "The book")) : List.of(YES);

    // When
    ValidatableResponse refusal =
        agent.reply(conversationId, Map.of("text", "Hi", field, value)).then();

    // Then
    refusal
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer))
        .body("detail", containsString("cannot be shown on this channel"));
    assertThat(Told.replies(conversationId)).isEmpty();
  }

  static Stream<Arguments> wrongContent() {
    return Stream.of(
        Arguments.of(Map.of("cards", List.of(Map.of())), "/cards/0"),
        Arguments.of(Map.of("cards", List.of(Map.of("title", "x".repeat(201)))), "/cards[0]/title"),
        Arguments.of(
            Map.of("cards", List.of(Map.of("mediaUrl", "http://example.org/a.png"))),
            "/cards/0/mediaUrl"),
        Arguments.of(
            Map.of(
                "cards",
                List.of(Map.of("title", "A", "suggestions", List.of(YES, YES, YES, YES, YES)))),
            "/cards[0]/suggestions"),
        Arguments.of(Map.of("suggestions", List.of(YES)), "/text"),
        Arguments.of(
            Map.of("text", "Hi", "suggestions", List.of(tap("REPLY", "x".repeat(26), "a"))),
            "/suggestions[0]/text"),
        Arguments.of(
            Map.of("text", "Hi", "suggestions", List.of(tap("REPLY", "Yes", "a b"))),
            "/suggestions[0]/postback"),
        Arguments.of(
            Map.of("text", "Hi", "suggestions", List.of(tap("OPEN_URL", "Go", "go"))),
            "/suggestions/0/url"),
        Arguments.of(
            Map.of("text", "Hi", "suggestions", List.of(tap("DIAL", "Call", "call"))),
            "/suggestions/0/phoneNumber"));
  }

  @ParameterizedTest
  @MethodSource("wrongContent")
  void wrongCardOrSuggestionIsRefusedWithThePlace(Map<String, Object> body, String pointer) {
    // Given
    Agent agent = agentOf("google", Channel.RCS);
    UUID conversationId = accepted(agent);

    // When
    ValidatableResponse refusal = agent.reply(conversationId, body).then();

    // Then
    refusal.statusCode(400).body("errors.pointer", hasItem(pointer));
  }

  @Test
  void textMayBeAsLongAsTheChannelAllows() {
    // Given
    Agent agent = agentOf("google", Channel.RCS);
    UUID conversationId = accepted(agent);

    // Then
    agent.reply(conversationId, "x".repeat(3072)).then().statusCode(201);
    agent
        .reply(conversationId, "x".repeat(3073))
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/text"))
        .body("detail", containsString("3,072"));
  }

  @Test
  void tappedButtonIsReadable() {
    // Given
    Organisation organisation =
        Organisation.builder().account("google", Channel.GOOGLE_BUSINESS_MESSAGES).build();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);

    // When
    TestKafka.send(
        organisation
            .customer()
            .tap(
                new Selection(
                    Selection.Kind.BUTTON,
                    "requested_live_agent",
                    "Asked to talk to a person",
                    null)));
    UUID conversationId = agent.takesNext();

    // Then
    assertThat(agent.thread(conversationId).getString("items[0].text"))
        .isEqualTo("Asked to talk to a person");
    assertThat(agent.thread(conversationId).getString("items[0].selection.id"))
        .isEqualTo("requested_live_agent");
  }

  @Test
  void typingIsToldToTheAgentWhoHasTheConversation() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();
    customer.writes("Hello");
    UUID conversationId = agent.takesNext();
    Instant now = Instant.now();
    try (io.parley.routing.journey.Stream stream = io.parley.routing.journey.Stream.open(agent)) {

      // When
      TestKafka.send(customer.signal(Signal.TYPING_STARTED, now));
      TestKafka.send(customer.signal(Signal.TYPING_STARTED, now.plusSeconds(1)));
      await().untilAsserted(() -> assertThat(typing(stream)).containsExactly(true));
      TestKafka.send(customer.signal(Signal.TYPING_STOPPED, now.plusSeconds(2)));

      // Then
      await().untilAsserted(() -> assertThat(typing(stream)).containsExactly(true, false));
      JsonPath told =
          stream.events().stream()
              .filter(e -> "customer.typing".equals(e.getString("type")))
              .findFirst()
              .orElseThrow();
      assertThat(told.getUUID("data.conversationId")).isEqualTo(conversationId);
      assertThat(told.<Object>get("seq")).isNull();
    }
  }

  @Test
  void signalsThatConcernNobodyAreIgnoredAndHoldUpNothing() {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();
    List<Event<?>> signals =
        List.of(
            customer.signal(Signal.TYPING_STARTED, Instant.now()),
            customer.signal(Signal.TYPING_STARTED, Instant.now().minusSeconds(3600)),
            customer.signal(Signal.OPTED_OUT, Instant.now()),
            customer.signal(Signal.OPTED_IN, Instant.now()));

    // When
    signals.forEach(TestKafka::send);
    customer.writes("Hello");
    agent.takesNext();

    // Then
    assertThat(customer.conversations()).hasSize(1);
    assertThat(TestKafka.records(Topic.MESSAGES_RECEIVED.deadLetterName()))
        .noneMatch(record -> signals.get(0).key().equals(record.key()));
  }

  private static List<Boolean> typing(io.parley.routing.journey.Stream stream) {
    return stream.events().stream()
        .filter(e -> "customer.typing".equals(e.getString("type")))
        .map(e -> e.getBoolean("data.typing"))
        .toList();
  }

  private static Map<String, Object> tap(String kind, String text, String postback) {
    return Map.of("kind", kind, "text", text, "postback", postback);
  }

  private static Agent agentOf(String provider, Channel channel) {
    return Organisation.builder().account(provider, channel).build().agent();
  }

  private static UUID accepted(Agent agent) {
    agent.becomes(Presence.AVAILABLE);
    agent.organisation().customer().writes("Hello");
    return agent.takesNext();
  }
}
