package io.parley.routing.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.parley.events.EventJson;
import io.parley.platform.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that matters to an agent only now, such as a customer who types. It is not stored: who
 * has no stream open at this moment never hears of it.
 *
 * @param agentId whom to tell
 * @param type as on the stream
 * @param at when it happened
 * @param data what the type says; small
 */
public record PassingNews(UUID agentId, String type, Instant at, JsonNode data) {

  /** Where PostgreSQL passes it on to every instance. */
  public static final String CHANNEL = "agent_passing";

  /** News whose data are an object that Jackson can write. */
  public static PassingNews of(UUID agentId, String type, Instant at, Object data) {
    return new PassingNews(agentId, type, at, EventJson.mapper().valueToTree(data));
  }

  /** Tells all instances at once, or with the commit. */
  public static void tell(Transaction transaction, List<PassingNews> news) {
    if (!news.isEmpty()) {
      transaction.query(
          "select pg_notify('" + CHANNEL + "', n) from unnest($1::text[]) n",
          row -> 0,
          (Object) news.stream().map(PassingNews::json).toArray(String[]::new));
    }
  }

  /**
   * Reads what {@link #tell} passed on.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static PassingNews parse(String json) {
    try {
      return EventJson.mapper().readValue(json, PassingNews.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no news", e);
    }
  }

  private String json() {
    try {
      return EventJson.mapper().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("news cannot be written", e);
    }
  }
}
