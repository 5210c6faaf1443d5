package io.parley.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parley.events.Event;
import io.parley.events.EventJson;
import io.parley.platform.database.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Where a transaction leaves the events about what it changed. They are published after it has
 * committed, and never if it has not. Rows of one key must be appended while the transaction holds
 * the lock of the row that the key stands for; then their order is the order of the commits.
 */
@ApplicationScoped
public class Outbox {

  /**
   * How many ranges of keys there are; a relay works on one range at a time. Fixed, because rows
   * carry it.
   */
  static final int SHARDS = 8;

  static final String INSERT =
      "insert into outbox (shard, event_id, type, source, subject, occurred_at, traceparent, record_key, data)"
          + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

  private final OutboxRelay relay;

  Outbox(OutboxRelay relay) {
    this.relay = relay;
  }

  /** Leaves events in the order given. */
  public void append(Transaction transaction, List<? extends Event<?>> events) {
    if (events.isEmpty()) {
      return;
    }
    transaction.batch(INSERT, events.stream().map(Outbox::row).toList());
    transaction.afterCommit(relay::wake);
  }

  /** The columns of one event, in the order of {@link #INSERT}; for transactions of Hibernate. */
  public static List<Object> columns(Event<?> event) {
    return List.of(
        shard(event),
        event.id(),
        event.type().typeName(),
        event.source(),
        event.subject(),
        event.time().atOffset(ZoneOffset.UTC),
        event.traceParent().value(),
        event.key(),
        json(event));
  }

  private static Tuple row(Event<?> event) {
    return Tuple.from(columns(event));
  }

  private static short shard(Event<?> event) {
    return (short) Math.floorMod(event.key().hashCode(), SHARDS);
  }

  private static String json(Event<?> event) {
    try {
      return EventJson.mapper().writeValueAsString(event.data());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + event.type(), e);
    }
  }
}
