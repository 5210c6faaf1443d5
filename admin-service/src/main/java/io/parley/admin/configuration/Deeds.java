package io.parley.admin.configuration;

import io.parley.events.Event;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one way to do what is audited and changes no configuration: no object gets another version,
 * and no service is told of a change.
 */
@ApplicationScoped
public class Deeds {

  private final Changes changes;
  private final Clock clock;

  Deeds(Changes changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Notes what came of a deed and leaves its audit line, in one transaction that no change of the
   * configuration overlaps.
   *
   * @param author who did it; absent when the service itself did
   * @param note writes to rows, in columns that are no configuration
   */
  public Uni<Void> record(Deed deed, @Nullable UUID author, Supplier<Uni<?>> note) {
    return changes.alone(
        next ->
            note.get()
                .chain(() -> Panache.getSession())
                .chain(session -> session.persist(line(deed, author, next - 1))));
  }

  /** Leaves an event and its audit line in one transaction. */
  public Uni<Void> record(Deed deed, UUID author, Event<?> event) {
    return record(
        deed,
        author,
        () -> Panache.getSession().chain(session -> session.persist(new OutboxRow(event))));
  }

  private AuditEntry line(Deed deed, @Nullable UUID author, long version) {
    return AuditEntry.of(clock.instant(), author, deed, version, Changes.json(deed.what()));
  }
}
