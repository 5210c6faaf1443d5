package io.parley.channels.infobip;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.StorableText;
import io.parley.channels.wire.WebUrl;
import io.parley.events.Media;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The segments of an MMS, in Infobip's form {@code MO_MMS_2} (providers/infobip.md §3). Segments
 * that make no sense, and layouts, are left among the rest of the fields.
 *
 * @param text the segments of text, a line each
 * @param media the others, in their order
 */
record MmsSegments(String text, List<Media> media) {

  private static final int LONGEST_TYPE = 200;

  static MmsSegments of(JsonFields fields) {
    List<String> texts = new ArrayList<>();
    List<Media> media = new ArrayList<>();
    JsonNode segments = fields.node("message");
    for (int index = 0; index < segments.size(); index++) {
      JsonFields segment = new JsonFields(segments.get(index));
      String type = segment.peek("contentType");
      Optional<URI> url = WebUrl.read(segment.peek("url"));
      if (url.isPresent()) {
        media.add(new Media(url.get(), bounded(type)));
        fields.drop("message." + index);
      } else if (segment.node("value").isTextual() && isText(type)) {
        texts.add(segment.takeText("value"));
        fields.drop("message." + index);
      }
    }
    return new MmsSegments(String.join("\n", texts), List.copyOf(media));
  }

  private static boolean isText(@Nullable String type) {
    return type == null || type.strip().toLowerCase(Locale.ROOT).startsWith("text/");
  }

  private static @Nullable String bounded(@Nullable String type) {
    return type == null ? null : StorableText.cut(type.strip(), LONGEST_TYPE);
  }
}
