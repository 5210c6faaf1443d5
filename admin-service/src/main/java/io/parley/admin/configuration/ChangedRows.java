package io.parley.admin.configuration;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What a change set does to rows. A set may be large: everything of one sort is one call.
 *
 * @param gone ids of objects that are deleted, with their secret fields and the memory of their
 *     creation
 * @param newRows objects and secret fields that are new
 * @param changedRows objects and secret fields that are others now
 * @param goneFields secret fields that are removed from objects that stay
 */
record ChangedRows(
    List<UUID> gone,
    List<Object> newRows,
    List<Object> changedRows,
    List<SealedRow.Key> goneFields) {

  static ChangedRows of(ChangeSet set) {
    ChangedRows rows =
        new ChangedRows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    set.changes().forEach(change -> rows.add(change, set.version()));
    return rows;
  }

  private void add(ChangeSet.Change change, long version) {
    Entry<?> after = change.after();
    if (after == null) {
      gone.add(change.id());
      return;
    }
    (change.before() == null ? newRows : changedRows).add(ObjectRow.of(after, version));
    Map<String, Sealed> before = change.before() == null ? Map.of() : change.before().sealed();
    after
        .sealed()
        .forEach(
            (name, field) -> {
              if (!field.equals(before.get(name))) {
                (before.containsKey(name) ? changedRows : newRows)
                    .add(SealedRow.of(after.id(), name, field));
              }
            });
    before.keySet().stream()
        .filter(name -> !after.sealed().containsKey(name))
        .forEach(name -> goneFields.add(new SealedRow.Key(after.id(), name)));
  }

  /** Writes in the transaction that is open on the present session. */
  Uni<Void> write() {
    return Panache.getSession()
        .chain(
            session ->
                removed(session, SealedRow.class, goneFields)
                    .chain(() -> removed(session, Creation.class, gone))
                    .chain(() -> removed(session, ObjectRow.class, gone))
                    // What is deleted frees keys that others of the same set may take.
                    .chain(session::flush)
                    .chain(() -> session.mergeAll(changedRows.toArray()))
                    .chain(session::flush)
                    .chain(() -> session.persistAll(newRows.toArray()))
                    .chain(session::flush));
  }

  private static <T> Uni<Void> removed(Mutiny.Session session, Class<T> type, List<?> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .find(type, ids.toArray())
            .chain(
                found ->
                    session.removeAll(found.stream().filter(java.util.Objects::nonNull).toArray()));
  }
}
