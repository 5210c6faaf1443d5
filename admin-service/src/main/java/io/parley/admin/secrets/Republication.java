package io.parley.admin.secrets;

import io.parley.events.ConfigurationChanged;
import io.parley.events.Event;
import io.parley.events.TraceParent;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.platform.database.Transaction;
import io.parley.platform.outbox.Outbox;
import io.parley.platform.outbox.OutboxRelay;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Publishes objects again whose ciphertexts are others now. The version of the configuration
 * advances, because services take a record for news by it. The version of the object does not:
 * nothing has changed for those who read it, so their {@code If-Match} stays good.
 */
@ApplicationScoped
class Republication {

  private static final String SOURCE = "/parley/admin";

  /** Every change of the configuration locks this row first, so this does, too. */
  private static final String LOCK = "select version from configuration_version for update";

  private static final String ADVANCE = "update configuration_version set version = $1";
  private static final String LEAVE =
      "insert into outbox (shard, event_id, type, source, subject, occurred_at, traceparent, record_key, data)"
          + " values (0, $1, $2, $3, $4, $5, $6, $7, $8)";

  private final SealedObjects objects;
  private final OutboxRelay relay;
  private final Clock clock;
  private final RandomGenerator random;

  Republication(SealedObjects objects, OutboxRelay relay, Clock clock, RandomGenerator random) {
    this.objects = objects;
    this.relay = relay;
    this.clock = clock;
    this.random = random;
  }

  /** Keeps changes of the configuration out until the end of the transaction. */
  static void lock(Transaction transaction) {
    transaction.first(LOCK, row -> row.getLong(0)).orElseThrow();
  }

  /** Leaves the objects in the outbox; the transaction holds the lock. */
  void publish(Transaction transaction, Set<UUID> ids) {
    List<ConfigurationObject> changed = objects.published(transaction, ids);
    if (changed.isEmpty()) {
      return;
    }
    long version = transaction.first(LOCK, row -> row.getLong(0)).orElseThrow();
    Instant now = clock.instant();
    List<Tuple> rows = new ArrayList<>();
    for (ConfigurationObject object : changed) {
      version++;
      List<Object> columns = Outbox.columns(event(object, version, now));
      // All of the configuration is in the first range of the outbox, in the order of versions.
      rows.add(Tuple.from(columns.subList(1, columns.size())));
    }
    transaction.batch(LEAVE, rows);
    transaction.update(ADVANCE, version);
    transaction.afterCommit(relay::wake);
  }

  private Event<ConfigurationChanged> event(ConfigurationObject object, long version, Instant now) {
    String key = object.kind() + "/" + object.id();
    return new Event<>(
        key + "/" + version,
        SOURCE,
        key,
        now,
        TraceParent.begin(random),
        key,
        new ConfigurationChanged(object.kind(), object.id(), version, object));
  }
}
