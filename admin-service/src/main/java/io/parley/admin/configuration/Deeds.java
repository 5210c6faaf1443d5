package io.parley.admin.configuration;

import io.parley.admin.audit.AuditTrail;
import io.parley.admin.audit.Line;
import io.parley.events.Event;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
  private final AuditTrail trail;

  Deeds(Changes changes, AuditTrail trail) {
    this.changes = changes;
    this.trail = trail;
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
        next -> note.get().chain(() -> trail.append(line(deed, author), next - 1)));
  }

  /** Leaves an event and its audit line in one transaction. */
  public Uni<Void> record(Deed deed, UUID author, Event<?> event) {
    return record(
        deed,
        author,
        () -> Panache.getSession().chain(session -> session.persist(new OutboxRow(event))));
  }

  /**
   * Notes what came of a deed, leaves events, and its audit line, in one transaction.
   *
   * @param note writes to rows, in columns that are no configuration
   */
  public Uni<Void> record(Line line, Supplier<Uni<?>> note, List<? extends Event<?>> events) {
    Object[] published = events.stream().map(OutboxRow::new).toArray();
    return changes.alone(
        next ->
            note.get()
                .chain(Panache::getSession)
                .chain(session -> session.persistAll(published))
                .chain(() -> trail.append(line, next - 1)));
  }

  private static Line line(Deed deed, @Nullable UUID author) {
    return Line.of(author, deed.action(), deed.kind().name(), deed.objectId(), null, deed.what());
  }
}
