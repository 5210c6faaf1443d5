package io.parley.channels.google;

import static io.parley.channels.google.Samples.CONVERSATION;
import static io.parley.channels.google.Samples.MESSAGE_ID;
import static io.parley.channels.google.Samples.account;
import static io.parley.channels.google.Samples.context;
import static io.parley.channels.google.Samples.outgoing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.jackson2.JacksonFactory;
import com.google.api.services.businessmessages.v1.Businessmessages;
import com.google.api.services.businessmessages.v1.model.BusinessMessagesCardContent;
import com.google.api.services.businessmessages.v1.model.BusinessMessagesCarouselCard;
import com.google.api.services.businessmessages.v1.model.BusinessMessagesContentInfo;
import com.google.api.services.businessmessages.v1.model.BusinessMessagesDialAction;
import com.google.api.services.businessmessages.v1.model.BusinessMessagesLiveAgentRequest;
import com.google.api.services.businessmessages.v1.model.BusinessMessagesMedia;
import com.google.api.services.businessmessages.v1.model.BusinessMessagesMessage;
import com.google.api.services.businessmessages.v1.model.BusinessMessagesOpenUrlAction;
import com.google.api.services.businessmessages.v1.model.BusinessMessagesRepresentative;
import com.google.api.services.businessmessages.v1.model.BusinessMessagesRichCard;
import com.google.api.services.businessmessages.v1.model.BusinessMessagesStandaloneCard;
import com.google.api.services.businessmessages.v1.model.BusinessMessagesSuggestedAction;
import com.google.api.services.businessmessages.v1.model.BusinessMessagesSuggestedReply;
import com.google.api.services.businessmessages.v1.model.BusinessMessagesSuggestion;
import io.parley.channels.ProviderRequest;
import io.parley.channels.wire.JsonBody;
import io.parley.events.Channel;
import io.parley.events.MessageContent;
import io.parley.events.RichCard;
import io.parley.events.Suggestion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Google's own client for Business Messages builds the same calls. It is older than the field for
 * pictures on their own; the client for RCS is not in the public Maven repository.
 */
@SuppressWarnings("deprecation") // The client is as old as the service.
class OfficialClientTest {

  private static final URI PICTURE = URI.create("https://files.example/a/photo.jpg");
  private static final Map<String, String> SETTINGS = Map.of("representativeName", "Tomás");

  /** The same message, said to Parley and to the client. */
  record Pair(MessageContent ours, BusinessMessagesMessage theirs) {}

  @ParameterizedTest
  @MethodSource("pairs")
  void clientMakesTheSameCall(Pair pair) throws IOException {
    // Given
    pair.theirs()
        .setMessageId(MESSAGE_ID.toString())
        .setRepresentative(
            new BusinessMessagesRepresentative()
                .setRepresentativeType("HUMAN")
                .setDisplayName("Tomás"));
    HttpRequest official =
        new Businessmessages.Builder(
                new NetHttpTransport(), JacksonFactory.getDefaultInstance(), null)
            .setApplicationName("parley")
            .build()
            .conversations()
            .messages()
            .create("conversations/" + CONVERSATION, pair.theirs())
            .buildHttpRequest();
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    official.getContent().writeTo(content);

    // When
    ProviderRequest ours = request(pair.ours());

    // Then
    assertThat(ours.method()).isEqualTo(official.getRequestMethod());
    assertThat(ours.uri()).isEqualTo(official.getUrl().toURI());
    assertThat(JsonBody.read(ours.body())).isEqualTo(JsonBody.read(content.toByteArray()));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void clientKnowsEveryFieldThatWeWrite(Pair pair) throws IOException {
    // When
    BusinessMessagesMessage read =
        JacksonFactory.getDefaultInstance()
            .fromString(
                new String(request(pair.ours()).body(), UTF_8), BusinessMessagesMessage.class);

    // Then
    assertThat(unknown(read)).isEmpty();
    assertThat(read.getMessageId()).isEqualTo(MESSAGE_ID.toString());
  }

  @Test
  void clientReadsTheDocumentedExamples() throws IOException {
    // When
    BusinessMessagesMessage chips =
        JacksonFactory.getDefaultInstance()
            .fromString(Samples.CHIPS_BODY, BusinessMessagesMessage.class);

    // Then
    assertThat(unknown(chips)).isEmpty();
    assertThat(chips.getSuggestions().get(1).getAction().getOpenUrlAction().getUrl())
        .isEqualTo("https://harborbooks.example/route");
  }

  static List<Pair> pairs() {
    Suggestion yes = new Suggestion(Suggestion.Kind.REPLY, "Yes", "yes", null, null);
    BusinessMessagesSuggestion theirYes =
        new BusinessMessagesSuggestion()
            .setReply(new BusinessMessagesSuggestedReply().setText("Yes").setPostbackData("yes"));
    return List.of(
        new Pair(
            MessageContent.ofText("Olá, \"friend\" 😀 & co\n</html>"),
            new BusinessMessagesMessage().setText("Olá, \"friend\" 😀 & co\n</html>")),
        new Pair(
            new MessageContent(
                "Well?",
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(
                    yes,
                    new Suggestion(
                        Suggestion.Kind.OPEN_URL,
                        "Route",
                        "route",
                        URI.create("https://harborbooks.example/r?a=1&b=2"),
                        null),
                    new Suggestion(Suggestion.Kind.DIAL, "Call", "call", null, "+12065550100"),
                    new Suggestion(Suggestion.Kind.LIVE_AGENT, "Person", "p", null, null))),
            new BusinessMessagesMessage()
                .setText("Well?")
                .setFallback(
                    "Well?\n- Yes\n- Route: https://harborbooks.example/r?a=1&b=2\n- Call:"
                        + " +12065550100\n- Person")
                .setSuggestions(
                    List.of(
                        theirYes,
                        new BusinessMessagesSuggestion()
                            .setAction(
                                new BusinessMessagesSuggestedAction()
                                    .setText("Route")
                                    .setPostbackData("route")
                                    .setOpenUrlAction(
                                        new BusinessMessagesOpenUrlAction()
                                            .setUrl("https://harborbooks.example/r?a=1&b=2"))),
                        new BusinessMessagesSuggestion()
                            .setAction(
                                new BusinessMessagesSuggestedAction()
                                    .setText("Call")
                                    .setPostbackData("call")
                                    .setDialAction(
                                        new BusinessMessagesDialAction()
                                            .setPhoneNumber("+12065550100"))),
                        new BusinessMessagesSuggestion()
                            .setLiveAgentRequest(new BusinessMessagesLiveAgentRequest())))),
        new Pair(
            new MessageContent("Look", List.of(PICTURE)),
            new BusinessMessagesMessage()
                .setFallback("Look\n" + PICTURE)
                .setRichCard(
                    new BusinessMessagesRichCard()
                        .setStandaloneCard(
                            new BusinessMessagesStandaloneCard()
                                .setCardContent(card().setDescription("Look"))))),
        new Pair(
            new MessageContent(
                "",
                List.of(),
                null,
                List.of(),
                List.of(
                    new RichCard("One", null, PICTURE, List.of(yes)),
                    new RichCard("Two", null, PICTURE, List.of())),
                List.of()),
            new BusinessMessagesMessage()
                .setFallback("One\n" + PICTURE + "\n- Yes\nTwo\n" + PICTURE)
                .setRichCard(
                    new BusinessMessagesRichCard()
                        .setCarouselCard(
                            new BusinessMessagesCarouselCard()
                                .setCardWidth("MEDIUM")
                                .setCardContents(
                                    List.of(
                                        card().setTitle("One").setSuggestions(List.of(theirYes)),
                                        card().setTitle("Two")))))));
  }

  private static BusinessMessagesCardContent card() {
    return new BusinessMessagesCardContent()
        .setMedia(
            new BusinessMessagesMedia()
                .setHeight("MEDIUM")
                .setContentInfo(new BusinessMessagesContentInfo().setFileUrl(PICTURE.toString())));
  }

  private static ProviderRequest request(MessageContent content) {
    return new GoogleSender()
        .request(
            outgoing(Channel.GOOGLE_BUSINESS_MESSAGES, content),
            context(account(Channel.GOOGLE_BUSINESS_MESSAGES, SETTINGS)),
            URI.create("https://parley.example/status"));
  }

  private static Map<String, Object> unknown(GenericJson json) {
    return json.getUnknownKeys();
  }
}
