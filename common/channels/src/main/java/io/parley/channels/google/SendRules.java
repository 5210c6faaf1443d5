package io.parley.channels.google;

import io.parley.channels.MessageRules;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.SendResult;
import io.parley.channels.wire.WebUrl;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.RichCard;
import io.parley.events.Suggestion;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Google would refuse, said before the call (providers/google-business-messages.md §5 and part
 * II). Sizes of files are not known here.
 */
final class SendRules {

  /** Longest text, in Unicode characters. */
  static final int MAX_TEXT = 3_072;

  static final int MAX_FILES = 10;
  static final int MAX_CARDS = 10;
  static final int MAX_TITLE = 200;
  static final int MAX_CARD_SUGGESTIONS = 4;
  static final int MAX_SUGGESTIONS = 13;
  static final int MAX_SUGGESTIONS_RCS = 11;
  static final int MAX_SUGGESTION_TEXT = 25;
  static final int MAX_POSTBACK = 2_048;

  /** Largest message on RCS, in bytes: 250 KB. */
  static final int MAX_BYTES_RCS = 250_000;

  private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern POSTBACK = Pattern.compile("[A-Za-z0-9_-]+");

  private SendRules() {}

  /** The first rule that speaks against the message. */
  static Optional<SendResult.Refused> refusal(
      OutgoingMessage message, Map<String, String> settings) {
    return recipient(message)
        .or(() -> MessageRules.noTemplate(message.content()))
        .or(() -> MessageRules.notEmpty(message.content()))
        .or(() -> content(message.content(), message.from().channel()))
        .or(() -> size(message, settings))
        .map(SendResult.Refused::new);
  }

  private static Optional<DeliveryReason> recipient(OutgoingMessage message) {
    CustomerAddress to = message.to();
    Channel channel = message.from().channel();
    return switch (channel) {
      case GOOGLE_BUSINESS_MESSAGES ->
          to.kind() == CustomerAddress.Kind.BUSINESS_SCOPED_ID
              ? Optional.empty()
              : MessageRules.refuse(
                  FailureCause.RECIPIENT_INVALID,
                  "Customers of Business Messages can only be answered in the conversation that"
                      + " they began.");
      case RCS ->
          to.kind() == CustomerAddress.Kind.PHONE_NUMBER
                  && PHONE_NUMBER.matcher(to.value()).matches()
              ? Optional.empty()
              : MessageRules.unreachable();
      case SMS, WHATSAPP, CUSTOM -> throw GoogleAddresses.notServed(channel);
    };
  }

  private static Optional<DeliveryReason> content(MessageContent content, Channel channel) {
    boolean beside = !content.text().isBlank() || !content.mediaUrls().isEmpty();
    if (!content.cards().isEmpty() && beside) {
      return MessageRules.invalid(
          "Cards cannot go together with text or attachments. Put them on a card, or send them as"
              + " their own message.");
    }
    Optional<DeliveryReason> layout =
        switch (Layout.of(content, channel)) {
          case Layout.Text(String text) -> text(text);
          case Layout.File(URI url) -> Optional.<DeliveryReason>empty();
          case Layout.Cards(List<RichCard> cards) -> cards(cards);
        };
    int most = channel == Channel.RCS ? MAX_SUGGESTIONS_RCS : MAX_SUGGESTIONS;
    return MessageRules.attachments(content.mediaUrls(), MAX_FILES)
        .or(() -> layout)
        .or(() -> suggestions(content.suggestions(), most, "A message"));
  }

  private static Optional<DeliveryReason> text(String text) {
    return Layout.characters(text) > MAX_TEXT
        ? MessageRules.invalid(
            "The text, with the links to attachments, is longer than "
                + MAX_TEXT
                + " characters. Split it.")
        : Optional.empty();
  }

  private static Optional<DeliveryReason> cards(List<RichCard> cards) {
    return cards.size() > MAX_CARDS
        ? MessageRules.invalid(
            "A message can have " + MAX_CARDS + " cards at most. Send the others separately.")
        : cards.stream().map(SendRules::card).flatMap(Optional::stream).findFirst();
  }

  private static Optional<DeliveryReason> card(RichCard card) {
    if (isLonger(card.title(), MAX_TITLE)) {
      return MessageRules.invalid(
          "A card's title can have " + MAX_TITLE + " characters at most. Shorten it.");
    }
    if (isLonger(card.description(), Layout.MAX_DESCRIPTION)) {
      return MessageRules.invalid(
          "A card's description can have "
              + Layout.MAX_DESCRIPTION
              + " characters at most. Shorten it.");
    }
    if (card.mediaUrl() != null && !WebUrl.isPublic(card.mediaUrl())) {
      return MessageRules.invalid("A card's picture must be a public address with https.");
    }
    boolean blank =
        card.mediaUrl() == null
            && Stream.of(card.title(), card.description())
                .allMatch(words -> words == null || words.isBlank());
    return blank
        ? MessageRules.invalid("A card is empty. Give it a title, a description or a picture.")
        : suggestions(card.suggestions(), MAX_CARD_SUGGESTIONS, "A card");
  }

  private static Optional<DeliveryReason> suggestions(
      List<Suggestion> suggestions, int most, String what) {
    return suggestions.size() > most
        ? MessageRules.invalid(what + " can have " + most + " suggestions at most. Leave some out.")
        : suggestions.stream().map(SendRules::suggestion).flatMap(Optional::stream).findFirst();
  }

  private static Optional<DeliveryReason> suggestion(Suggestion suggestion) {
    if (suggestion.text().isBlank() || isLonger(suggestion.text(), MAX_SUGGESTION_TEXT)) {
      return MessageRules.invalid(
          "A suggestion's text must have 1 to " + MAX_SUGGESTION_TEXT + " characters. Change it.");
    }
    if (suggestion.postback().length() > MAX_POSTBACK
        || !POSTBACK.matcher(suggestion.postback()).matches()) {
      return MessageRules.invalid(
          "What a suggestion sends back must be 1 to "
              + MAX_POSTBACK
              + " letters, digits, underscores and hyphens. Change it.");
    }
    if (suggestion.url() != null && !WebUrl.isWeb(suggestion.url())) {
      return MessageRules.invalid("A suggestion can only open a web page. Correct its address.");
    }
    if (suggestion.phoneNumber() != null
        && !PHONE_NUMBER.matcher(suggestion.phoneNumber()).matches()) {
      return MessageRules.invalid(
          "A suggestion can only call a number with plus sign and country code. Correct it.");
    }
    return Optional.empty();
  }

  private static Optional<DeliveryReason> size(
      OutgoingMessage message, Map<String, String> settings) {
    return message.from().channel() == Channel.RCS
            && OutgoingJson.of(message, settings).length > MAX_BYTES_RCS
        ? MessageRules.invalid("The message is larger than 250 KB. Split it.")
        : Optional.empty();
  }

  private static boolean isLonger(@Nullable String text, int most) {
    return text != null && Layout.characters(text) > most;
  }
}
