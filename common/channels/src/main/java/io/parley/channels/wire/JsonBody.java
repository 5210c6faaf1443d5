package io.parley.channels.wire;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parley.events.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON from outside: what cannot be read is a missing node, never an exception. */
public final class JsonBody {

  /** Numbers stay as they were written, so that what is kept of a call is what came. */
  private static final ObjectReader READER =
      EventJson.mapper()
          .reader()
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

  private JsonBody() {}

  /** Reads a text that may be JSON. */
  public static JsonNode read(@Nullable String json) {
    return json == null ? MissingNode.getInstance() : read(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads bytes that may be JSON; an HTML error page, for instance, is not. */
  public static JsonNode read(byte[] json) {
    try {
      JsonNode node = READER.readTree(json);
      return node == null ? MissingNode.getInstance() : node;
    } catch (IOException | NumberFormatException notJson) {
      // Jackson lets the latter escape when a number has a larger exponent than Java can hold.
      return MissingNode.getInstance();
    }
  }

  /** The text of a node that is one and is not blank; see {@link StorableText}. */
  public static @Nullable String text(JsonNode node) {
    String text = node.isTextual() ? StorableText.of(node.textValue()) : "";
    return text.isBlank() ? null : text;
  }

  /** As {@link #text}, but numbers and truth values count as their text. */
  public static @Nullable String scalar(JsonNode node) {
    return node.isNumber() || node.isBoolean() ? node.asText() : text(node);
  }
}
