package io.parley.routing.agent;

import io.parley.events.Presence;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent as stored.
 *
 * @param id the agent
 * @param presence base presence
 * @param capacity units the agent has
 * @param load units taken, offers included
 * @param version counts changes of presence; commands name it
 * @param presenceBeforeDisconnect what to go back to when the client returns in time
 * @param disconnectedAt when the client was lost
 */
public record AgentRow(
    UUID id,
    Presence presence,
    int capacity,
    int load,
    long version,
    @Nullable Presence presenceBeforeDisconnect,
    @Nullable Instant disconnectedAt) {

  static final String COLUMNS =
      "id, presence, capacity, load, version, presence_before_disconnect, disconnected_at";

  static AgentRow read(Row row) {
    return new AgentRow(
        row.getUUID(0),
        Presence.valueOf(row.getString(1)),
        row.getInteger(2),
        row.getInteger(3),
        row.getLong(4),
        Optional.ofNullable(row.getString(5)).map(Presence::valueOf).orElse(null),
        Optional.ofNullable(row.getOffsetDateTime(6)).map(OffsetDateTime::toInstant).orElse(null));
  }
}
