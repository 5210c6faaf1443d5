package io.parley.channels.google;

import static io.parley.channels.google.Samples.CHIPS_ANSWER;
import static io.parley.channels.google.Samples.CHIPS_BODY;
import static io.parley.channels.google.Samples.CONVERSATION;
import static io.parley.channels.google.Samples.ERROR_403;
import static io.parley.channels.google.Samples.MESSAGE_ID;
import static io.parley.channels.google.Samples.NOW;
import static io.parley.channels.google.Samples.PHONE;
import static io.parley.channels.google.Samples.account;
import static io.parley.channels.google.Samples.context;
import static io.parley.channels.google.Samples.error;
import static io.parley.channels.google.Samples.ours;
import static io.parley.channels.google.Samples.outgoing;
import static io.parley.channels.google.Samples.response;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.CallContext;
import io.parley.channels.Endpoints;
import io.parley.channels.LookUpResult;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.Question;
import io.parley.channels.SendResult;
import io.parley.channels.wire.JsonBody;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.RichCard;
import io.parley.events.Suggestion;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls and answers (providers/google-business-messages.md §5, §8 and part II). */
class GoogleSenderTest {

  private static final Channel GBM = Channel.GOOGLE_BUSINESS_MESSAGES;
  private static final URI CALLBACK = URI.create("https://parley.example/hooks/google/a/status");
  private static final URI PICTURE = URI.create("https://files.example/a/photo.jpg");

  private final GoogleSender sender = new GoogleSender();

  @Test
  void replyWithChipsIsTheDocumentedOne() {
    // Given
    OutgoingMessage message = outgoing(GBM, chips());

    // When
    ProviderRequest request =
        sender.request(
            message, context(account(GBM, Map.of("representativeName", "Tomás"))), CALLBACK);

    // Then
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri())
        .isEqualTo(
            URI.create(
                "https://businessmessages.googleapis.com/v1/conversations/"
                    + CONVERSATION
                    + "/messages"));
    assertThat(request.headers())
        .containsEntry("Authorization", List.of("Bearer ya29.test"))
        .containsEntry("Content-Type", List.of("application/json"));
    assertThat(request.headers()).containsEntry("User-Agent", List.of("parley/business-messages"));
    ObjectNode documented = (ObjectNode) JsonBody.read(CHIPS_BODY);
    // Our fallback also says what could have been tapped.
    documented.put(
        "fallback",
        "We open at nine. Shall I hold the book?\n- Yes\n- Route: https://harborbooks.example/route");
    assertThat(new String(request.body(), UTF_8)).isEqualTo(documented.toString());
  }

  @Test
  void documentedAnswerIsAccepted() {
    // When
    SendResult result =
        sender.result(response(200, CHIPS_ANSWER), outgoing(GBM, chips()), account(GBM));

    // Then
    assertThat(result).isEqualTo(new SendResult.Accepted(MESSAGE_ID.toString()));
  }

  @Test
  void plainTextHasNoFallback() {
    // When
    String body = body(GBM, MessageContent.ofText("Olá"), Map.of());

    // Then
    assertThat(body)
        .isEqualTo(
            "{\"messageId\":\""
                + MESSAGE_ID
                + "\",\"text\":\"Olá\",\"representative\":{\"representativeType\":\"HUMAN\"}}");
  }

  @Test
  void settingsOfTheRepresentativeAndOfMarkupAreUsed() {
    // When
    String body =
        body(
            GBM,
            MessageContent.ofText("**Hi**"),
            Map.of(
                "representativeName",
                "Inês",
                "representativeAvatar",
                "https://harborbooks.example/i.png",
                "richText",
                "true"));

    // Then
    assertThat(body)
        .contains(
            "\"text\":\"**Hi**\",\"containsRichText\":true,\"representative\":{"
                + "\"representativeType\":\"HUMAN\",\"displayName\":\"Inês\","
                + "\"avatarImage\":\"https://harborbooks.example/i.png\"}");
  }

  @Test
  void pictureAloneIsAnImageWithItsLinkAsFallback() {
    // When
    String body = body(GBM, new MessageContent("", List.of(PICTURE)), Map.of());

    // Then
    assertThat(body)
        .contains(
            "\"image\":{\"contentInfo\":{\"fileUrl\":\"" + PICTURE + "\"}}",
            "\"fallback\":\"" + PICTURE + "\"")
        .doesNotContain("\"text\"");
  }

  @Test
  void pictureWithWordsIsACard() {
    // When
    String body = body(GBM, new MessageContent("Look", List.of(PICTURE)), Map.of());

    // Then
    assertThat(body)
        .contains(
            "\"richCard\":{\"standaloneCard\":{\"cardContent\":{\"description\":\"Look\","
                + "\"media\":{\"height\":\"MEDIUM\",\"contentInfo\":{\"fileUrl\":\""
                + PICTURE
                + "\"}}}}}",
            "\"fallback\":\"Look\\n" + PICTURE + "\"");
  }

  @Test
  void severalCardsAreACarousel() {
    // Given
    RichCard card =
        new RichCard(
            "Book",
            "Blue",
            PICTURE,
            List.of(
                new Suggestion(Suggestion.Kind.DIAL, "Call", "call", null, "+12065550100"),
                new Suggestion(Suggestion.Kind.LIVE_AGENT, "Person", "person", null, null)));
    MessageContent content =
        new MessageContent("", List.of(), null, List.of(), List.of(card, card), List.of());

    // When
    JsonNode gbm =
        JsonBody.read(body(GBM, content, Map.of("cardWidth", "SMALL", "mediaHeight", "SHORT")));
    JsonNode rcs = JsonBody.read(body(Channel.RCS, content, Map.of()));

    // Then
    JsonNode carousel = gbm.path("richCard").path("carouselCard");
    assertThat(carousel.path("cardWidth").asText()).isEqualTo("SMALL");
    assertThat(carousel.path("cardContents")).hasSize(2);
    assertThat(carousel.path("cardContents").path(0).toString())
        .isEqualTo(
            "{\"title\":\"Book\",\"description\":\"Blue\",\"media\":{\"height\":\"SHORT\","
                + "\"contentInfo\":{\"fileUrl\":\"https://files.example/a/photo.jpg\"}},"
                + "\"suggestions\":[{\"action\":{\"text\":\"Call\",\"postbackData\":\"call\","
                + "\"dialAction\":{\"phoneNumber\":\"+12065550100\"}}},{\"liveAgentRequest\":{}}]}");
    assertThat(gbm.path("fallback").asText())
        .startsWith(
            "Book\nBlue\nhttps://files.example/a/photo.jpg\n- Call: +12065550100\n- Person");
    JsonNode content1 = rcs.path("contentMessage").path("richCard").path("carouselCard");
    assertThat(content1.path("cardWidth").asText()).isEqualTo("MEDIUM");
    assertThat(content1.path("cardContents").path(0).path("suggestions").path(1).toString())
        .isEqualTo("{\"reply\":{\"text\":\"Person\",\"postbackData\":\"person\"}}");
  }

  @Test
  void fallbackIsNeverTooLong() {
    // Given
    RichCard card = new RichCard("t".repeat(200), "d".repeat(2_000), null, List.of());
    MessageContent content =
        new MessageContent("", List.of(), null, List.of(), List.of(card, card), List.of());

    // When
    String fallback = JsonBody.read(body(GBM, content, Map.of())).path("fallback").asText();

    // Then
    assertThat(fallback).hasSize(3_072);
  }

  @Test
  void rcsNamesMessageAgentAndNumberInTheUrl() {
    // When
    ProviderRequest request =
        sender.request(
            outgoing(Channel.RCS, MessageContent.ofText("Olá")),
            context(account(Channel.RCS, Map.of("lifetimeSeconds", "3600"))),
            CALLBACK);

    // Then
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri())
        .isEqualTo(
            URI.create(
                "https://rcsbusinessmessaging.googleapis.com/v1/phones/%2B15550104477/agentMessages"
                    + "?messageId="
                    + MESSAGE_ID
                    + "&agentId=harbor-books"));
    assertThat(new String(request.body(), UTF_8))
        .isEqualTo("{\"contentMessage\":{\"text\":\"Olá\"},\"ttl\":\"3600s\"}");
  }

  @Test
  void rcsSendsFilesAndCardsInItsOwnForm() {
    // When
    String file = body(Channel.RCS, new MessageContent("", List.of(PICTURE)), Map.of());
    String card = body(Channel.RCS, new MessageContent("Look", List.of(PICTURE)), Map.of());
    String chips = body(Channel.RCS, chips(), Map.of());

    // Then
    assertThat(file)
        .isEqualTo("{\"contentMessage\":{\"contentInfo\":{\"fileUrl\":\"" + PICTURE + "\"}}}");
    assertThat(card)
        .startsWith(
            "{\"contentMessage\":{\"richCard\":{\"standaloneCard\":{\"cardOrientation\":\"VERTICAL\","
                + "\"cardContent\":{\"description\":\"Look\"");
    assertThat(chips)
        .startsWith("{\"contentMessage\":{\"text\":\"We open at nine. Shall I hold the book?\",")
        .contains("\"suggestions\":[{\"reply\":{\"text\":\"Yes\",\"postbackData\":\"hold_yes\"}}")
        .doesNotContain("representative", "fallback");
  }

  @Test
  void replyGoesToTheNumberAsGoogleWroteIt() {
    // Given
    OutgoingMessage message =
        new OutgoingMessage(
            MESSAGE_ID,
            ours(Channel.RCS),
            new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, "+525512345678"),
            "5215512345678",
            MessageContent.ofText("x"),
            null,
            NOW);

    // When
    ProviderRequest request = sender.request(message, context(account(Channel.RCS)), CALLBACK);

    // Then
    assertThat(request.uri().getRawPath()).contains("/phones/%2B5215512345678/");
  }

  @Test
  void conversationIdCannotLeaveItsPlaceInThePath() {
    // Given
    OutgoingMessage message =
        outgoing(
            GBM,
            new CustomerAddress(CustomerAddress.Kind.BUSINESS_SCOPED_ID, "a/../b?c#d e"),
            MessageContent.ofText("x"));

    // When
    ProviderRequest request = sender.request(message, context(account(GBM)), CALLBACK);

    // Then
    assertThat(request.uri().getRawPath())
        .isEqualTo("/v1/conversations/a%2F..%2Fb%3Fc%23d%20e/messages");
  }

  @Test
  void configuredHostAndPlaceAreUsed() {
    // Given
    OutgoingMessage message = outgoing(Channel.RCS, MessageContent.ofText("x"));
    var account =
        account(Channel.RCS, Map.of("apiHost", "europe-rcsbusinessmessaging.googleapis.com"));

    // When
    URI region = sender.request(message, context(account), CALLBACK).uri();
    URI simulator =
        sender
            .request(
                message,
                new CallContext(
                    account, new Endpoints(URI.create("http://localhost:8090")), NOW, "t"),
                CALLBACK)
            .uri();

    // Then
    assertThat(region.getHost()).isEqualTo("europe-rcsbusinessmessaging.googleapis.com");
    assertThat(simulator.toString())
        .startsWith("http://localhost:8090/v1/phones/%2B15550104477/agentMessages?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GOOGLE_BUSINESS_MESSAGES | 400 | INVALID_ARGUMENT | Refused | CONTENT_INVALID",
        "GOOGLE_BUSINESS_MESSAGES | 400 | FAILED_PRECONDITION | Refused | CONTENT_INVALID",
        "GOOGLE_BUSINESS_MESSAGES | 401 | UNAUTHENTICATED | Refused | CREDENTIALS",
        "GOOGLE_BUSINESS_MESSAGES | 403 | PERMISSION_DENIED | Refused | RECIPIENT_INVALID",
        "GOOGLE_BUSINESS_MESSAGES | 404 | NOT_FOUND | Refused | CONFIGURATION",
        "GOOGLE_BUSINESS_MESSAGES | 429 | RESOURCE_EXHAUSTED | RetryLater | THROTTLED",
        "GOOGLE_BUSINESS_MESSAGES | 409 | ABORTED | Unknown | OUTCOME_UNKNOWN",
        "GOOGLE_BUSINESS_MESSAGES | 408 | TIMEOUT | Unknown | OUTCOME_UNKNOWN",
        "GOOGLE_BUSINESS_MESSAGES | 500 | INTERNAL | Unknown | OUTCOME_UNKNOWN",
        "GOOGLE_BUSINESS_MESSAGES | 503 | RESOURCE_EXHAUSTED | Unknown | OUTCOME_UNKNOWN",
        "GOOGLE_BUSINESS_MESSAGES | 504 | DEADLINE_EXCEEDED | Unknown | OUTCOME_UNKNOWN",
        "GOOGLE_BUSINESS_MESSAGES | 302 | FOUND | Unknown | OUTCOME_UNKNOWN",
        "GOOGLE_BUSINESS_MESSAGES | 418 | TEAPOT | Refused | OTHER",
        "RCS | 400 | INVALID_ARGUMENT | Refused | CONTENT_INVALID",
        "RCS | 401 | UNAUTHENTICATED | Refused | CREDENTIALS",
        "RCS | 403 | PERMISSION_DENIED | Refused | CONFIGURATION",
        "RCS | 404 | NOT_FOUND | Refused | RECIPIENT_INVALID",
        "RCS | 429 | RESOURCE_EXHAUSTED | RetryLater | THROTTLED",
        "RCS | 500 | INTERNAL | Unknown | OUTCOME_UNKNOWN",
      })
  void everyAnswerHasItsMeaning(
      Channel channel, int status, String word, String kind, FailureCause cause) {
    // When
    SendResult result =
        sender.result(
            response(status, error(status, word)),
            outgoing(channel, MessageContent.ofText("x")),
            account(channel));

    // Then
    assertThat(result.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(cause(result)).isEqualTo(cause);
  }

  @Test
  void documentedRefusalNamesGooglesWord() {
    // When
    SendResult result =
        sender.result(response(403, ERROR_403), outgoing(GBM, chips()), account(GBM));

    // Then
    assertThat(((SendResult.Refused) result).reason().providerCode())
        .isEqualTo("PERMISSION_DENIED");
  }

  @Test
  void waitThatGoogleAsksForIsKept() {
    // When
    SendResult result =
        sender.result(
            response(429, error(429, "RESOURCE_EXHAUSTED"), "Retry-After", "17"),
            outgoing(GBM, chips()),
            account(GBM));

    // Then
    assertThat(((SendResult.RetryLater) result).after()).isEqualTo(Duration.ofSeconds(17));
  }

  @ParameterizedTest
  @CsvSource({"GOOGLE_BUSINESS_MESSAGES", "RCS"})
  void idThatExistsAlreadyIsOurOwnMessage(Channel channel) {
    // When
    SendResult result =
        sender.result(
            response(409, error(409, "ALREADY_EXISTS")),
            outgoing(channel, MessageContent.ofText("x")),
            account(channel));

    // Then
    assertThat(result).isEqualTo(new SendResult.Accepted(MESSAGE_ID.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"<html>", "{}", "{\"name\":7}", "{\"name\":\"a/\"}", "[]"})
  void successThatCannotBeReadIsUnknown(String body) {
    // When
    SendResult result = sender.result(response(200, body), outgoing(GBM, chips()), account(GBM));

    // Then
    assertThat(result).isInstanceOf(SendResult.Unknown.class);
  }

  @Test
  void rcsAnswerIsAcceptedUnderOurId() {
    // When
    SendResult result =
        sender.result(
            response(
                200,
                "{\"name\":\"phones/"
                    + PHONE
                    + "/agentMessages/"
                    + MESSAGE_ID
                    + "\",\"sendTime\":\"2026-03-02T09:15:27Z\"}"),
            outgoing(Channel.RCS, MessageContent.ofText("x")),
            account(Channel.RCS));

    // Then
    assertThat(result).isEqualTo(new SendResult.Accepted(MESSAGE_ID.toString()));
  }

  @ParameterizedTest
  @CsvSource({"GOOGLE_BUSINESS_MESSAGES, 30", "RCS, 1"})
  void unclearCallIsRepeatedWithTheSameIdWhileItIsRemembered(Channel channel, int days) {
    // Given
    OutgoingMessage message = outgoing(channel, MessageContent.ofText("x"));
    CallContext context = context(account(channel));

    // When
    Optional<Question> last =
        sender.lookUp(message, context, CALLBACK, NOW.minus(Duration.ofDays(days)));
    Optional<Question> tooOld =
        sender.lookUp(message, context, CALLBACK, NOW.minus(Duration.ofDays(days)).minusMillis(1));

    // Then
    ProviderRequest sent = sender.request(message, context, CALLBACK);
    assertThat(last.orElseThrow().kind()).isEqualTo(Question.Kind.REPEAT);
    assertThat(last.orElseThrow().request().uri()).isEqualTo(sent.uri());
    assertThat(last.orElseThrow().request().body()).isEqualTo(sent.body());
    assertThat(tooOld).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"name\":\"c/m/id-1\"} | Found",
        "409 | {\"error\":{\"status\":\"ALREADY_EXISTS\"}} | Found",
        "409 | {\"error\":{\"status\":\"ABORTED\"}} | Unanswered",
        "400 | {\"error\":{\"status\":\"INVALID_ARGUMENT\"}} | Refused",
        "400 | {\"error\":{\"status\":\"FAILED_PRECONDITION\"}} | Ambiguous",
        "401 | {} | Unanswered",
        "403 | {} | Ambiguous",
        "404 | {} | Ambiguous",
        "429 | {} | Unanswered",
        "500 | {} | Unanswered",
        "200 | <html> | Unanswered",
      })
  void answerToARepetitionSaysWhatBecameOfTheMessage(int status, String body, String kind) {
    // When
    LookUpResult result =
        sender.lookedUp(
            response(status, body), outgoing(GBM, chips()), account(GBM), NOW, List.of());

    // Then
    assertThat(result.getClass().getSimpleName()).isEqualTo(kind);
  }

  private String body(Channel channel, MessageContent content, Map<String, String> settings) {
    return new String(
        sender
            .request(outgoing(channel, content), context(account(channel, settings)), CALLBACK)
            .body(),
        UTF_8);
  }

  private static MessageContent chips() {
    return new MessageContent(
        "We open at nine. Shall I hold the book?",
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(
            new Suggestion(Suggestion.Kind.REPLY, "Yes", "hold_yes", null, null),
            new Suggestion(
                Suggestion.Kind.OPEN_URL,
                "Route",
                "route",
                URI.create("https://harborbooks.example/route"),
                null)));
  }

  private static FailureCause cause(SendResult result) {
    return switch (result) {
      case SendResult.Accepted accepted -> throw new AssertionError(accepted);
      case SendResult.Refused refused -> refused.reason().cause();
      case SendResult.RetryLater later -> later.reason().cause();
      case SendResult.Unknown unknown -> unknown.reason().cause();
    };
  }
}
