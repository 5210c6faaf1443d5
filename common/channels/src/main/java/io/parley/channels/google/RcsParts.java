package io.parley.channels.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.WebUrl;
import io.parley.events.Location;
import io.parley.events.Media;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a message on RCS beside its text. A part that does not make sense is left among the
 * rest of the fields.
 */
final class RcsParts {

  private static final String FILE = "userFile.payload.fileUri";
  private static final Pattern COORDINATE =
      Pattern.compile("[+-]?[0-9]{1,3}(?:\\.[0-9]{1,20})?(?:[eE]-?[0-9]{1,2})?");

  private RcsParts() {}

  /** The customer's file. */
  static List<Media> media(JsonFields fields) {
    Optional<URI> url = WebUrl.read(fields.peek(FILE)).filter(WebUrl::isPublic);
    if (url.isEmpty()) {
      return List.of();
    }
    fields.drop(FILE);
    return List.of(new Media(url.get(), fields.take("userFile.payload.mimeType")));
  }

  /** A place; only with both coordinates. */
  static @Nullable Location location(JsonFields fields) {
    BigDecimal latitude = coordinate(fields.node("location.latitude"), 90);
    BigDecimal longitude = coordinate(fields.node("location.longitude"), 180);
    if (latitude == null || longitude == null) {
      return null;
    }
    fields.drop("location.latitude", "location.longitude");
    return new Location(latitude, longitude, null, null);
  }

  private static @Nullable BigDecimal coordinate(JsonNode degrees, int max) {
    String text = degrees.isNumber() || degrees.isTextual() ? degrees.asText().strip() : "";
    if (!COORDINATE.matcher(text).matches()) {
      return null;
    }
    BigDecimal value = new BigDecimal(text);
    return value.abs().compareTo(BigDecimal.valueOf(max)) <= 0 ? value : null;
  }
}
