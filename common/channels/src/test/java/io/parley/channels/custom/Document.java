package io.parley.channels.custom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.parley.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of docs/custom-channel.md, by the name behind their language. */
final class Document {

  private Document() {}

  static String example(String name) {
    Matcher block =
        Pattern.compile(
                "^```\\w+ " + Pattern.quote(name) + "\\n(.*?)^```",
                Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(text());
    if (!block.find()) {
      throw new IllegalArgumentException("no example " + name);
    }
    return block.group(1);
  }

  static JsonNode json(String name) {
    return parse(example(name));
  }

  static JsonNode parse(String json) {
    try {
      return EventJson.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Map<String, String> settings(String name) {
    try {
      return EventJson.mapper()
          .readValue(example(name), new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String text() {
    try {
      return Files.readString(Path.of("../../docs/custom-channel.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
