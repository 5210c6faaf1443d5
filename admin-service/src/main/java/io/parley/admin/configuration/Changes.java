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

  /** The version of the last committed change; 0 when nothing was ever changed. */
  Uni<Long> version() {
    return Panache.withSession(() -> present().map(ConfigurationVersion::version));
  }

  /** Leaves audit, event and version in the transaction of the change. */
  Uni<Void> record(Change change, @Nullable UUID author, long version) {
    Line line =
        Line.of(
            author,
            change.action().name(),
            change.kind().name(),
            change.id(),
            change.before(),
            change.after());
    OutboxRow published = new OutboxRow(event(change, version, clock.instant()));
    return trail
        .append(line, version)
        .chain(Panache::getSession)
        .chain(session -> session.persist(published))
        .chain(Changes::present)
        .invoke(ConfigurationVersion::advance)
        .replaceWithVoid();
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

  private static Uni<ConfigurationVersion> present() {
    return Panache.getSession()
        .chain(session -> session.find(ConfigurationVersion.class, ConfigurationVersion.SINGLE));
  }

  private Event<ConfigurationChanged> event(Change change, long version, Instant now) {
    String key = change.kind() + "/" + change.id();
    return new Event<>(
        key + "/" + version,
        SOURCE,
        key,
        now,
        TraceParent.begin(random),
        key,
        new ConfigurationChanged(change.kind(), change.id(), version, change.published()));
  }
}
