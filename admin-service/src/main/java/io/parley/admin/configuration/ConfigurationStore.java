package io.parley.admin.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The configuration in the database, and in memory at the version that was seen last. Reading asks
 * the database only for its version; what others have changed meanwhile is read again.
 */
@ApplicationScoped
public class ConfigurationStore {

  private final Changes changes;
  private final Kinds kinds;
  private final Definitions definitions;
  private final Clock clock;
  private volatile Configuration seen = new Configuration(0, Map.of());

  ConfigurationStore(Changes changes, Kinds kinds, Definitions definitions, Clock clock) {
    this.changes = changes;
    this.kinds = kinds;
    this.definitions = definitions;
    this.clock = clock;
  }

  /** The configuration as it is committed now. */
  public Uni<Configuration> current() {
    return Panache.withSession(() -> changes.presentVersion().chain(this::steady));
  }

  /** What is read in several statements is of one version if the version is the same after them. */
  private Uni<Configuration> steady(long version) {
    return read(version)
        .chain(
            configuration ->
                configuration == seen
                    ? Uni.createFrom().item(configuration)
                    : changes
                        .presentVersion()
                        .chain(
                            after -> {
                              if (after != version) {
                                return steady(after);
                              }
                              remember(configuration);
                              return Uni.createFrom().item(configuration);
                            }));
  }

  /**
   * Changes the configuration, alone and in one transaction; nothing is changed if the work fails.
   *
   * @param author who does it; absent when the service itself does
   * @param work fills the draft
   */
  <T> Uni<T> change(@Nullable UUID author, Function<Draft, Uni<T>> work) {
    return changes
        .alone(next -> at(next - 1).chain(before -> changed(before, next, author, work)))
        .invoke(done -> remember(done.after()))
        .map(Done::result);
  }

  /**
   * Publishes all objects again if they were last published in an earlier form.
   *
   * @return how many
   */
  Uni<Integer> publishAs(int form) {
    return change(
        null,
        draft ->
            Changes.present()
                .map(
                    row -> {
                      if (row.publishedForm() >= form) {
                        return 0;
                      }
                      row.publishedAs(form);
                      draft.base().objects().values().forEach(draft::touch);
                      return draft.base().objects().size();
                    }));
  }

  /**
   * Deletes objects that nobody administers.
   *
   * @return how many
   */
  public Uni<Integer> forget(Kind kind, Predicate<Entry<?>> over) {
    return change(
        null,
        draft -> {
          List<Entry<?>> gone = draft.all(kind).stream().filter(over).toList();
          gone.forEach(draft::drop);
          return Uni.createFrom().item(gone.size());
        });
  }

  /**
   * Commits a draft that was made outside the transaction.
   *
   * @return whether it was; not if somebody else has changed the configuration meanwhile
   */
  Uni<Boolean> commit(UUID author, Draft draft) {
    return changes
        .alone(
            next -> {
              ChangeSet set = draft.changeSet();
              if (next - 1 != draft.base().version()) {
                return Uni.createFrom().item(false);
              }
              return set.changes().isEmpty()
                  ? Uni.createFrom().item(true)
                  : ChangedRows.of(set)
                      .write()
                      .chain(() -> changes.record(set, author))
                      .replaceWith(true);
            })
        .invoke(
            committed -> {
              if (committed) {
                remember(draft.after());
              }
            });
  }

  private record Done<T>(T result, Configuration after) {}

  private <T> Uni<Done<T>> changed(
      Configuration before, long next, @Nullable UUID author, Function<Draft, Uni<T>> work) {
    Draft draft =
        new Draft(before, kinds, definitions, next, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return work.apply(draft)
        .chain(
            result -> {
              ChangeSet set = draft.changeSet();
              return set.changes().isEmpty()
                  ? Uni.createFrom().item(new Done<>(result, before))
                  : ChangedRows.of(set)
                      .write()
                      .chain(() -> changes.record(set, author))
                      .replaceWith(() -> new Done<>(result, draft.after()));
            });
  }

  /** Called inside the transaction that holds the lock. */
  private Uni<Configuration> at(long version) {
    return read(version).invoke(this::remember);
  }

  private Uni<Configuration> read(long version) {
    Configuration known = seen;
    if (known.version() == version) {
      return Uni.createFrom().item(known);
    }
    return Panache.getSession().chain(session -> caughtUp(session, known, version));
  }

  private Uni<Configuration> caughtUp(Mutiny.Session session, Configuration known, long version) {
    return session
        .createSelectionQuery("select o.id from ObjectRow o", UUID.class)
        .getResultList()
        .chain(
            ids ->
                session
                    .createSelectionQuery(
                        "from ObjectRow o where o.storedVersion > :known", ObjectRow.class)
                    .setParameter("known", known.version())
                    .getResultList()
                    .chain(
                        rows ->
                            sealed(session, known.version())
                                .map(secrets -> merged(known, version, ids, rows, secrets))));
  }

  private static Uni<Map<UUID, Map<String, Sealed>>> sealed(Mutiny.Session session, long known) {
    return session
        .createSelectionQuery(
            "from SealedRow s where s.id.objectId in"
                + " (select o.id from ObjectRow o where o.storedVersion > :known)",
            SealedRow.class)
        .setParameter("known", known)
        .getResultList()
        .map(
            rows -> {
              Map<UUID, Map<String, Sealed>> secrets = new HashMap<>();
              for (SealedRow row : rows) {
                secrets
                    .computeIfAbsent(row.objectId(), unused -> new HashMap<>())
                    .put(row.name(), row.sealed());
              }
              return secrets;
            });
  }

  private Configuration merged(
      Configuration known,
      long version,
      List<UUID> ids,
      List<ObjectRow> rows,
      Map<UUID, Map<String, Sealed>> secrets) {
    Map<UUID, Entry<?>> objects = new HashMap<>(known.objects());
    objects.keySet().retainAll(new HashSet<>(ids));
    for (ObjectRow row : rows) {
      objects.put(
          row.id(), entry(kinds.of(row.kind()), row, secrets.getOrDefault(row.id(), Map.of())));
    }
    return new Configuration(version, objects);
  }

  private <D> Entry<D> entry(ObjectKind<D> kind, ObjectRow row, Map<String, Sealed> sealed) {
    D definition = definitions.kept(kind, row.id(), row.body());
    ObjectNode body = definitions.body(definition);
    List<Reference> references = new ArrayList<>();
    kind.references().forEach(path -> references.addAll(path.in(body)));
    return new Entry<>(
        kind,
        row.id(),
        row.version(),
        row.createdAt(),
        row.changedAt(),
        definition,
        body,
        sealed,
        row.own(),
        references);
  }

  private void remember(Configuration committed) {
    synchronized (this) {
      if (committed.version() > seen.version()) {
        seen = committed;
      }
    }
  }
}
