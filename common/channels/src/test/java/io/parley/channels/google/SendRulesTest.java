package io.parley.channels.google;

import static io.parley.channels.google.Samples.outgoing;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.SendResult;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import io.parley.events.RichCard;
import io.parley.events.Suggestion;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits of providers/google-business-messages.md §5 and part II. */
class SendRulesTest {

  private static final Channel GBM = Channel.GOOGLE_BUSINESS_MESSAGES;
  private static final URI PICTURE = URI.create("https://files.example/a/photo.JPG");
  private static final URI SHEET = URI.create("https://files.example/a/list.xlsx");

  @ParameterizedTest
  @CsvSource({
    "GOOGLE_BUSINESS_MESSAGES, 3072, false",
    "GOOGLE_BUSINESS_MESSAGES, 3073, true",
    "RCS, 3072, false",
    "RCS, 3073, true"
  })
  void textHasALongestLengthInCharacters(Channel channel, int length, boolean refused) {
    // Given
    MessageContent content = MessageContent.ofText("😀".repeat(length));

    // When
    Optional<SendResult.Refused> refusal = refusal(channel, content);

    // Then
    assertThat(refusal.isPresent()).isEqualTo(refused);
  }

  @Test
  void linksToFilesCountAsText() {
    // Given
    MessageContent content = new MessageContent("x".repeat(3_060), List.of(SHEET));

    // When
    Optional<SendResult.Refused> refusal = refusal(GBM, content);

    // Then
    assertThat(refusal.orElseThrow().reason().text()).contains("with the links");
  }

  @ParameterizedTest
  @CsvSource({
    "GOOGLE_BUSINESS_MESSAGES, PHONE_NUMBER, +15550104477, true",
    "GOOGLE_BUSINESS_MESSAGES, BUSINESS_SCOPED_ID, c-1, false",
    "GOOGLE_BUSINESS_MESSAGES, NAME, Tom, true",
    "RCS, PHONE_NUMBER, +15550104477, false",
    "RCS, PHONE_NUMBER, +0123, true",
    "RCS, BUSINESS_SCOPED_ID, c-1, true",
    "RCS, SHORT_CODE, 72345, true",
  })
  void recipientMustBeOfTheChannelsKind(
      Channel channel, CustomerAddress.Kind kind, String value, boolean refused) {
    // When
    Optional<SendResult.Refused> refusal =
        SendRules.refusal(
            outgoing(channel, new CustomerAddress(kind, value), MessageContent.ofText("x")),
            Map.of());

    // Then
    assertThat(refusal.map(it -> it.reason().cause()))
        .isEqualTo(refused ? Optional.of(FailureCause.RECIPIENT_INVALID) : Optional.empty());
  }

  @ParameterizedTest
  @EnumSource(
      value = Channel.class,
      names = {"GOOGLE_BUSINESS_MESSAGES", "RCS"})
  void templatesAreNotCarried(Channel channel) {
    // When
    Optional<SendResult.Refused> refusal =
        refusal(channel, MessageContent.ofTemplate(new MessageTemplate("t", Map.of())));

    // Then
    assertThat(refusal.orElseThrow().reason().cause()).isEqualTo(FailureCause.TEMPLATE_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://files.example/a.jpg",
        "https://u:p@files.example/a.jpg",
        "file:///a.jpg",
        "a.jpg"
      })
  void filesMustBePublic(String url) {
    // When
    Optional<SendResult.Refused> refusal =
        refusal(GBM, new MessageContent("x", List.of(URI.create(url))));
    Optional<SendResult.Refused> onACard =
        refusal(GBM, cards(List.of(new RichCard("t", null, URI.create(url), List.of()))));

    // Then
    assertThat(refusal.orElseThrow().reason().text()).contains("https");
    assertThat(onACard.orElseThrow().reason().text()).contains("https");
  }

  @Test
  void numberOfFilesIsLimited() {
    // When
    Optional<SendResult.Refused> ten =
        refusal(GBM, new MessageContent("", Collections.nCopies(10, SHEET)));
    Optional<SendResult.Refused> eleven =
        refusal(GBM, new MessageContent("", Collections.nCopies(11, SHEET)));

    // Then
    assertThat(ten).isEmpty();
    assertThat(eleven).isPresent();
  }

  @Test
  void cardsGoNeitherWithTextNorWithFiles() {
    // Given
    List<RichCard> cards = List.of(card("t", null));

    // When
    Optional<SendResult.Refused> withText =
        refusal(GBM, new MessageContent("x", List.of(), null, List.of(), cards, List.of()));
    Optional<SendResult.Refused> withFile =
        refusal(GBM, new MessageContent("", List.of(PICTURE), null, List.of(), cards, List.of()));

    // Then
    assertThat(withText).isPresent();
    assertThat(withFile).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "10, false", "11, true"})
  void numberOfCardsIsLimited(int number, boolean refused) {
    // When
    Optional<SendResult.Refused> refusal =
        refusal(GBM, cards(Collections.nCopies(number, card("t", "d"))));

    // Then
    assertThat(refusal.isPresent()).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({
    "200, 2000, false",
    "201, 1, true",
    "1, 2001, true",
    "0, 1, false",
    "1, 0, false",
    "0, 0, true"
  })
  void wordsOnACardAreLimited(int title, int description, boolean refused) {
    // When
    Optional<SendResult.Refused> refusal =
        refusal(GBM, cards(List.of(card("t".repeat(title), "d".repeat(description)))));

    // Then
    assertThat(refusal.isPresent()).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({
    "GOOGLE_BUSINESS_MESSAGES, 13, false",
    "GOOGLE_BUSINESS_MESSAGES, 14, true",
    "RCS, 11, false",
    "RCS, 12, true"
  })
  void numberOfSuggestionsIsLimited(Channel channel, int number, boolean refused) {
    // When
    Optional<SendResult.Refused> refusal =
        refusal(channel, suggested(Collections.nCopies(number, reply("Yes", "yes"))));

    // Then
    assertThat(refusal.isPresent()).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({"4, false", "5, true"})
  void numberOfSuggestionsOnACardIsLimited(int number, boolean refused) {
    // When
    Optional<SendResult.Refused> refusal =
        refusal(
            GBM,
            cards(
                List.of(
                    new RichCard(
                        "t", null, null, Collections.nCopies(number, reply("Yes", "yes"))))));

    // Then
    assertThat(refusal.isPresent()).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({
    "25, hold_yes-1, false",
    "26, hold_yes-1, true",
    "0, hold_yes-1, true",
    "3, '', true",
    "3, hold yes, true",
    "3, hölt, true",
  })
  void wordsOfASuggestionAreLimited(int length, String postback, boolean refused) {
    // When
    Optional<SendResult.Refused> refusal =
        refusal(GBM, suggested(List.of(reply("ä".repeat(length), postback))));

    // Then
    assertThat(refusal.isPresent()).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({"2048, false", "2049, true"})
  void postbackIsLimited(int length, boolean refused) {
    // When
    Optional<SendResult.Refused> refusal =
        refusal(GBM, suggested(List.of(reply("Yes", "p".repeat(length)))));

    // Then
    assertThat(refusal.isPresent()).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN_URL, https://harborbooks.example/route, , false",
    "OPEN_URL, http://harborbooks.example/route, , false",
    "OPEN_URL, javascript:alert(1), , true",
    "DIAL, , +31612345678, false",
    "DIAL, , 0612345678, true",
  })
  void actionsAreChecked(
      Suggestion.Kind kind, @Nullable URI url, @Nullable String phone, boolean refused) {
    // When
    Optional<SendResult.Refused> refusal =
        refusal(GBM, suggested(List.of(new Suggestion(kind, "Go", "go", url, phone))));

    // Then
    assertThat(refusal.isPresent()).isEqualTo(refused);
  }

  @Test
  void wholeMessageOnRcsIsLimitedInBytes() {
    // Given
    Suggestion large = reply("Yes", "p".repeat(2_048));
    RichCard card =
        new RichCard("😀".repeat(200), "😀".repeat(2_000), null, Collections.nCopies(4, large));
    MessageContent content = cards(Collections.nCopies(10, card));
    MessageContent withLinks =
        new MessageContent(
            "",
            List.of(),
            null,
            List.of(),
            Collections.nCopies(10, card),
            Collections.nCopies(
                11,
                new Suggestion(
                    Suggestion.Kind.OPEN_URL,
                    "Go",
                    "go",
                    URI.create("https://files.example/" + "u".repeat(9_000)),
                    null)));

    // When
    Optional<SendResult.Refused> within = refusal(Channel.RCS, content);
    Optional<SendResult.Refused> beyond = refusal(Channel.RCS, withLinks);
    Optional<SendResult.Refused> elsewhere = refusal(GBM, withLinks);

    // Then
    assertThat(within).isEmpty();
    assertThat(beyond.orElseThrow().reason().text()).contains("250 KB");
    assertThat(elsewhere).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GOOGLE_BUSINESS_MESSAGES, '', photo.jpg, File",
    "GOOGLE_BUSINESS_MESSAGES, '', photo.PNG, File",
    "GOOGLE_BUSINESS_MESSAGES, '', list.xlsx, Text",
    "GOOGLE_BUSINESS_MESSAGES, '', clip.mp4, Text",
    "GOOGLE_BUSINESS_MESSAGES, '', anim.gif, Text",
    "GOOGLE_BUSINESS_MESSAGES, Look, photo.jpg, Cards",
    "GOOGLE_BUSINESS_MESSAGES, Look, list.xlsx, Text",
    "RCS, '', photo.jpg, File",
    "RCS, '', clip.mp4, File",
    "RCS, '', paper.pdf, File",
    "RCS, '', list.xlsx, Text",
    "RCS, Look, photo.jpg, Cards",
    "RCS, Look, clip.mp4, Text",
  })
  void contentGoesOutInTheFormThatShowsIt(
      Channel channel, String text, String file, String layout) {
    // When
    Layout chosen =
        Layout.of(
            new MessageContent(text, List.of(URI.create("https://files.example/t/" + file))),
            channel);

    // Then
    assertThat(chosen.getClass().getSimpleName()).isEqualTo(layout);
  }

  @Test
  void longTextWithAPictureAndSeveralFilesBecomeLinks() {
    // When
    Layout longText = Layout.of(new MessageContent("x".repeat(2_001), List.of(PICTURE)), GBM);
    Layout several = Layout.of(new MessageContent("See:", List.of(PICTURE, SHEET)), GBM);

    // Then
    assertThat(longText).isEqualTo(new Layout.Text("x".repeat(2_001) + "\n" + PICTURE));
    assertThat(several).isEqualTo(new Layout.Text("See:\n" + PICTURE + "\n" + SHEET));
  }

  private static Optional<SendResult.Refused> refusal(Channel channel, MessageContent content) {
    return new GoogleSender().check(outgoing(channel, content), Map.of());
  }

  private static MessageContent cards(List<RichCard> cards) {
    return new MessageContent("", List.of(), null, List.of(), cards, List.of());
  }

  private static MessageContent suggested(List<Suggestion> suggestions) {
    return new MessageContent("Well?", List.of(), null, List.of(), List.of(), suggestions);
  }

  private static RichCard card(String title, @Nullable String description) {
    return new RichCard(title, description, null, List.of());
  }

  private static Suggestion reply(String text, String postback) {
    return new Suggestion(Suggestion.Kind.REPLY, text, postback, null, null);
  }
}
