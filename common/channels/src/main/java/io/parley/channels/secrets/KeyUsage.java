package io.parley.channels.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.events.EventJson;
import java.io.IOException;

/** Knows how many stored values a key still opens; admin-service says so. */
@FunctionalInterface
public interface KeyUsage {

  /**
   * How many values only this key opens.
   *
   * @param keyId as {@link Keyset.Key#id()}
   * @throws IOException if it cannot be found out now
   */
  long valuesUnder(long keyId) throws IOException;

  /**
   * What admin-service answers to {@code GET /api/v1/secrets/keys}.
   *
   * @throws IOException if it is not that answer
   */
  static KeyUsage of(String answer) throws IOException {
    JsonNode read = EventJson.mapper().readTree(answer);
    JsonNode keys = read.path("keys");
    boolean done = read.path("done").asBoolean();
    if (!keys.isArray()) {
      throw new IOException("the answer of admin-service names no keys");
    }
    return id -> {
      for (JsonNode key : keys) {
        if (key.path("id").asLong() == id) {
          long values = key.path("values").asLong();
          if (values == 0 && !done) {
            throw new IOException("admin-service has not published everything anew yet");
          }
          return values;
        }
      }
      throw new IOException("admin-service does not know the key " + id + " yet");
    };
  }
}
