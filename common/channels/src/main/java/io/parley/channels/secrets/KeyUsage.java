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
    JsonNode keys = EventJson.mapper().readTree(answer).path("keys");
    if (!keys.isArray()) {
      throw new IOException("the answer of admin-service names no keys");
    }
    return id -> {
      for (JsonNode key : keys) {
        if (key.path("id").asLong() == id) {
          return key.path("values").asLong();
        }
      }
      return 0;
    };
  }
}
