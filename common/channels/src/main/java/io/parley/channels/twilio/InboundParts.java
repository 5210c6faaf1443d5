package io.parley.channels.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.WebUrl;
import io.parley.events.Location;
import io.parley.events.Media;
import io.parley.events.QuotedMessage;
import io.parley.events.Referral;
import io.parley.events.Selection;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an inbound message beside its text. A part that does not make sense is left among
 * the rest of the fields; it never spoils the message.
 */
final class InboundParts {

  private static final Pattern MEDIA_URL = Pattern.compile("MediaUrl(?:0|[1-9][0-9]{0,3})");
  private static final Pattern COORDINATE = Pattern.compile("[+-]?[0-9]{1,3}(?:\\.[0-9]{1,20})?");

  private InboundParts() {}

  /**
   * Attachments by their number. {@code NumMedia} is not trusted to count them, so that none is
   * lost.
   */
  static List<Media> media(FormFields fields) {
    fields.drop("NumMedia");
    List<Media> media = new ArrayList<>();
    fields.names().stream()
        .filter(name -> MEDIA_URL.matcher(name).matches())
        .map(name -> name.substring("MediaUrl".length()))
        .sorted(Comparator.comparing(Integer::valueOf))
        .forEach(
            number ->
                medium(fields, "MediaUrl" + number, "MediaContentType" + number)
                    .ifPresent(media::add));
    return media;
  }

  /** A place; only with both coordinates. */
  static @Nullable Location location(FormFields fields) {
    BigDecimal latitude = coordinate(fields.peek("Latitude"), 90);
    BigDecimal longitude = coordinate(fields.peek("Longitude"), 180);
    if (latitude == null || longitude == null) {
      return null;
    }
    fields.drop("Latitude", "Longitude");
    return new Location(latitude, longitude, fields.take("Label"), fields.take("Address"));
  }

  /**
   * A button or list item. The fields of their own come first; Twilio's newest table has only
   * {@code InteractiveData} for list items, whose form is not documented and is read leniently.
   */
  static @Nullable Selection selection(FormFields fields) {
    String payload = fields.take("ButtonPayload");
    String button = fields.take("ButtonText");
    if (payload != null || button != null) {
      return new Selection(Selection.Kind.BUTTON, payload, button, null);
    }
    String id = fields.take("ListId");
    String title = fields.take("ListTitle");
    String description = fields.take("ListDescription");
    if (id != null || title != null) {
      return new Selection(Selection.Kind.LIST_ITEM, id, title, description);
    }
    JsonNode data = JsonBody.read(fields.peek("InteractiveData"));
    return Stream.of(data, data.path("interactive"), data.path("data"))
        .flatMap(
            node ->
                Stream.of(
                    chosen(node.path("list_reply"), Selection.Kind.LIST_ITEM),
                    chosen(node.path("button_reply"), Selection.Kind.BUTTON)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  /** The message that was quoted. */
  static @Nullable QuotedMessage quoted(FormFields fields) {
    String sid = fields.take("OriginalRepliedMessageSid");
    String sender = fields.take("OriginalRepliedMessageSender");
    return sid == null && sender == null ? null : new QuotedMessage(sid, sender);
  }

  /** The advertisement; {@code ReferralNumMedia=0} alone comes with any message and is none. */
  static @Nullable Referral referral(FormFields fields) {
    fields.drop("ReferralNumMedia");
    Referral referral =
        new Referral(
            fields.take("ReferralSourceType"),
            fields.take("ReferralSourceId"),
            fields.take("ReferralSourceUrl"),
            fields.take("ReferralHeadline"),
            fields.take("ReferralBody"),
            fields.take("ReferralCtwaClid"),
            medium(fields, "ReferralMediaUrl", "ReferralMediaContentType").stream().toList());
    boolean empty =
        referral.media().isEmpty()
            && Stream.of(
                    referral.sourceType(),
                    referral.sourceId(),
                    referral.sourceUrl(),
                    referral.headline(),
                    referral.body(),
                    referral.clickId())
                .allMatch(Objects::isNull);
    return empty ? null : referral;
  }

  private static Optional<Media> medium(FormFields fields, String urlField, String typeField) {
    Optional<URI> url = WebUrl.read(fields.peek(urlField));
    if (url.isEmpty()) {
      return Optional.empty();
    }
    fields.drop(urlField);
    return Optional.of(new Media(url.get(), fields.take(typeField)));
  }

  private static @Nullable BigDecimal coordinate(@Nullable String degrees, int max) {
    if (degrees == null || !COORDINATE.matcher(degrees.strip()).matches()) {
      return null;
    }
    BigDecimal value = new BigDecimal(degrees.strip());
    return value.abs().compareTo(BigDecimal.valueOf(max)) <= 0 ? value : null;
  }

  private static Optional<Selection> chosen(JsonNode reply, Selection.Kind kind) {
    String id = JsonBody.text(reply.path("id"));
    String title = JsonBody.text(reply.path("title"));
    return id == null && title == null
        ? Optional.empty()
        : Optional.of(new Selection(kind, id, title, JsonBody.text(reply.path("description"))));
  }
}
