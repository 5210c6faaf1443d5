package io.parley.admin.configuration;

import io.parley.admin.audit.AuditTrail;
import io.parley.admin.audit.Line;
import io.parley.events.ConfigurationChanged;
import io.parley.events.Event;
import io.parley.events.TraceParent;
import io.parley.platform.outbox.OutboxRelay;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/**
 * The one way to change the configuration. Changes take turns: each locks the row with the version
 * before it looks at anything, so what it has checked stays true until it commits, versions follow
 * the order of commits, and no two changes can deadlock. Configuration changes are rare enough for
 * that.
 */
@ApplicationScoped
class Changes {

  private static final String SOURCE = "/parley/admin";

  private final OutboxRelay relay;
  private final AuditTrail trail;
  private final Clock clock;
  private final RandomGenerator random;

  Changes(OutboxRelay relay, AuditTrail trail, Clock clock, RandomGenerator random) {
    this.relay = relay;
    this.trail = trail;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Runs work that may change the configuration, alone and in one transaction.
   *
   * @param work gets the version that its change will have
   */
  <T> Uni<T> alone(LongFunction<Uni<T>> work) {
    return Panache.withTransaction(
            () -> locked().chain(present -> work.apply(present.version() + 1)))
        .invoke(relay::wake);
  }

  /**
   * The version of the last committed change, in the present session; 0 when nothing was ever
   * changed.
   */
  Uni<Long> presentVersion() {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(
                        "select v.version from ConfigurationVersion v", Long.class)
                    .getSingleResult());
  }

  /** The row of the version, which the present transaction has locked. */
  static Uni<ConfigurationVersion> present() {
    return Panache.getSession()
        .chain(session -> session.find(ConfigurationVersion.class, ConfigurationVersion.SINGLE));
  }

  /** Leaves audit, events and version in the transaction of the change. */
  Uni<Void> record(ChangeSet set, @Nullable UUID author) {
    Instant now = clock.instant();
    List<Line> lines = new ArrayList<>();
    List<OutboxRow> published = new ArrayList<>();
    for (int i = 0; i < set.changes().size(); i++) {
      ChangeSet.Change change = set.changes().get(i);
      if (change.isOfDefinition() && change.kind().isAdministered()) {
        lines.add(
            Line.of(
                author,
                change.action().name(),
                change.kind().name(),
                change.id(),
                described(change.before()),
                described(change.after())));
      }
      boolean more = i < set.changes().size() - 1;
      published.add(new OutboxRow(event(change, set.version(), more, now)));
    }
    return trail
        .append(lines, set.version())
        .chain(Panache::getSession)
        .chain(session -> session.persistAll(published.toArray()))
        .chain(Changes::present)
        .invoke(ConfigurationVersion::advance)
        .replaceWithVoid();
  }

  private static @Nullable Object described(@Nullable Entry<?> entry) {
    return entry == null ? null : Views.of(entry);
  }

  /**
   * A query, because {@code find} loads in batches, and then takes no lock whatever it is asked for
   * (Hibernate Reactive 3.2).
   */
  private static Uni<ConfigurationVersion> locked() {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery("from ConfigurationVersion", ConfigurationVersion.class)
                    .setLockMode(LockMode.PESSIMISTIC_WRITE)
                    .getSingleResult());
  }

  private Event<ConfigurationChanged> event(
      ChangeSet.Change change, long version, boolean more, Instant now) {
    String key = change.kind() + "/" + change.id();
    Entry<?> after = change.after();
    return new Event<>(
        key + "/" + version,
        SOURCE,
        key,
        now,
        TraceParent.begin(random),
        key,
        new ConfigurationChanged(
            change.kind(), change.id(), version, after == null ? null : after.published(), more));
  }
}
