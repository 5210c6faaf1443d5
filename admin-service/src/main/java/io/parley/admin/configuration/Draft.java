package io.parley.admin.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.platform.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that is being changed, by one object or by many under one version. Pure: what
 * comes of it is a {@link ChangeSet}. Belongs to one thread.
 */
final class Draft implements ConfiguredObjects {

  private static final String NAME = "name";

  /** An event with it, and with secrets besides, fits into a record of Kafka. */
  private static final int MOST_BYTES = 500_000;

  private static final UUID NOBODY = new UUID(0, 0);

  private final Configuration base;
  private final Kinds kinds;
  private final Definitions definitions;
  private final long version;
  private final Instant now;
  private final Map<UUID, Entry<?>> objects;
  private final Map<Kind, Map<String, UUID>> keys = new EnumMap<>(Kind.class);
  private final Map<UUID, ChangeSet.Change> changes = new LinkedHashMap<>();
  private final Map<UUID, SecretChanges> placed = new HashMap<>();

  Draft(Configuration base, Kinds kinds, Definitions definitions, long version, Instant now) {
    this.base = base;
    this.kinds = kinds;
    this.definitions = definitions;
    this.version = version;
    this.now = now;
    this.objects = new HashMap<>(base.objects());
    objects.values().forEach(entry -> keysOf(entry.kind()).put(entry.comparedKey(), entry.id()));
  }

  /** The configuration before. */
  Configuration base() {
    return base;
  }

  /** The version that the change will have. */
  long version() {
    return version;
  }

  /** What has been changed so far. */
  ChangeSet changeSet() {
    return new ChangeSet(version, List.copyOf(changes.values()));
  }

  /** The configuration after: the one before, if nothing has changed. */
  Configuration after() {
    return changes.isEmpty() ? base : new Configuration(version, objects);
  }

  /**
   * Creates or replaces an object, if nothing is wrong with it.
   *
   * @param given the definition as it was given, without id and secret fields
   * @param secrets what becomes of its secret fields
   * @param findings takes what is wrong
   */
  <D> void put(
      ObjectKind<D> kind, UUID id, ObjectNode given, SecretChanges secrets, Findings findings) {
    ObjectNode body = given.deepCopy();
    if (body.path(NAME).isTextual()) {
      body.put(NAME, body.get(NAME).asText().strip());
    }
    Optional<Entry<D>> before = Optional.ofNullable(objects.get(id)).flatMap(kind::cast);
    Findings found = Findings.none();
    Optional<D> read = definitions.read(kind, id, body, found);
    if (read.isPresent()) {
      requireReferences(kind, definitions.body(read.get()), found);
    }
    if (read.isEmpty() || found.areThere()) {
      findings.addAll(found);
      return;
    }
    Map<String, Sealed> sealed = secrets.applied(before.map(Entry::sealed).orElse(Map.of()), now);
    D definition = kind.check(read.get(), candidate(id, before, secrets, found));
    if (!found.areThere()) {
      requireFreeKey(kind, id, definition, found);
      requireFitting(definition, found);
    }
    findings.addAll(found);
    if (!found.areThere()) {
      keep(kind, id, definition, sealed, before.orElse(null));
    }
  }

  /**
   * Creates or replaces an object of a change set whose other objects may still be missing or
   * before their change: what is wrong with it beyond its own fields is left to {@link #verify}.
   *
   * @param definition as it was read from the body
   */
  <D> void place(ObjectKind<D> kind, UUID id, D definition, SecretChanges secrets) {
    Optional<Entry<D>> before = base.find(id).flatMap(kind::cast);
    Map<String, Sealed> sealed = secrets.applied(before.map(Entry::sealed).orElse(Map.of()), now);
    placed.put(id, secrets);
    keep(
        kind,
        id,
        checked(kind, definition, candidate(id, before, secrets, Findings.none())),
        sealed,
        before.orElse(null));
  }

  /** Checks an object that was placed, now that all others of the change set are there. */
  <D> void verify(ObjectKind<D> kind, Entry<D> entry, Findings findings) {
    SecretChanges secrets = placed.getOrDefault(entry.id(), SecretChanges.NONE);
    Optional<Entry<D>> before = base.find(entry.id()).flatMap(kind::cast);
    try {
      kind.check(entry.definition(), candidate(entry.id(), before, secrets, findings));
      requireFitting(entry.definition(), findings);
    } catch (InUseException e) {
      findings.add(ProblemType.IN_USE, "", e.detail());
    }
  }

  /** A definition of no object yet as it would be kept, as far as that can be said. */
  <D> D normalized(ObjectKind<D> kind, D definition) {
    return checked(
        kind, definition, candidate(NOBODY, Optional.empty(), SecretChanges.NONE, Findings.none()));
  }

  private static <D> D checked(ObjectKind<D> kind, D definition, Candidate<D> candidate) {
    try {
      return kind.check(definition, candidate);
    } catch (InUseException e) {
      return definition;
    }
  }

  private <D> Candidate<D> candidate(
      UUID id, Optional<Entry<D>> before, SecretChanges secrets, Findings findings) {
    return new Candidate<>(id, before, this, secrets.given(), secrets.kept(before), findings);
  }

  /**
   * Deletes an object.
   *
   * @throws InUseException if others refer to it
   */
  <D> void remove(ObjectKind<D> kind, Entry<D> entry, Findings findings) {
    List<Entry<?>> referrers = referrers(entry.id());
    if (!referrers.isEmpty()) {
      throw new InUseException(referrers.stream().map(Dependant::of).toList());
    }
    drop(entry);
    kind.checkDeletion(entry, this, findings);
  }

  /** Takes an object out without a look at what refers to it. */
  <D> void drop(Entry<D> entry) {
    objects.remove(entry.id());
    keysOf(entry.kind()).remove(entry.comparedKey());
    change(entry.id(), base.find(entry.id()).orElse(null), null);
    entry
        .type()
        .remains(entry, now)
        .ifPresent(remains -> keepRemains(kinds.of(remains.kind()), remains));
  }

  private <R> void keepRemains(ObjectKind<R> kind, ObjectKind.Remains remains) {
    keep(kind, remains.id(), kind.type().cast(remains.definition()), Map.of(), null);
  }

  /**
   * Gives an object something else of the service's own, such as another key.
   *
   * @param grace how long what it had is accepted besides
   */
  <D> void renew(Entry<D> entry, Duration grace) {
    ObjectNode own = entry.type().renewed(entry.own(), now, grace);
    touch(entry.renewed(own, version, now));
  }

  /** Takes away what is over from all objects: secrets and keys whose grace period has ended. */
  void endGracePeriods() {
    for (Entry<?> entry : List.copyOf(objects.values())) {
      Entry<?> present = entry.at(now);
      if (!present.equals(entry)) {
        touch(present);
      }
    }
  }

  /** Publishes an object again, as it is or with other secret fields; its ETag stays. */
  void touch(Entry<?> entry) {
    objects.put(entry.id(), entry);
    change(entry.id(), base.find(entry.id()).orElse(null), entry);
  }

  @Override
  public Optional<Entry<?>> find(UUID id) {
    return Optional.ofNullable(objects.get(id));
  }

  @Override
  public List<Entry<?>> all(Kind kind) {
    List<Entry<?>> found = new ArrayList<>();
    for (UUID id : keysOf(kind).values()) {
      found.add(java.util.Objects.requireNonNull(objects.get(id)));
    }
    return found;
  }

  @Override
  public Optional<Entry<?>> withKey(Kind kind, String key) {
    return Optional.ofNullable(keysOf(kind).get(Entry.compared(key))).flatMap(this::find);
  }

  /** The object of a kind with this key as it is compared, within its scope. */
  Optional<Entry<?>> withComparedKey(Kind kind, String key) {
    return Optional.ofNullable(keysOf(kind).get(key)).flatMap(this::find);
  }

  @Override
  public List<Entry<?>> referrers(UUID id) {
    return objects.values().stream()
        .filter(entry -> entry.references().stream().anyMatch(r -> r.id().equals(id)))
        .sorted(Configuration.ORDER)
        .toList();
  }

  private <D> void keep(
      ObjectKind<D> kind,
      UUID id,
      D definition,
      Map<String, Sealed> sealed,
      @Nullable Entry<D> before) {
    ObjectNode body = definitions.body(definition);
    if (before != null && before.body().equals(body) && before.sealed().equals(sealed)) {
      return;
    }
    List<Reference> references = new ArrayList<>();
    kind.references().forEach(path -> references.addAll(path.in(body)));
    Entry<D> after =
        new Entry<>(
            kind,
            id,
            version,
            before == null ? now : before.createdAt(),
            now,
            definition,
            body,
            sealed,
            before == null ? kind.own() : before.own(),
            references);
    if (before != null) {
      keysOf(kind.kind()).remove(before.comparedKey());
    }
    objects.put(id, after);
    keysOf(kind.kind()).put(after.comparedKey(), id);
    change(id, base.find(id).orElse(null), after);
  }

  private void change(UUID id, @Nullable Entry<?> before, @Nullable Entry<?> after) {
    if (before == null && after == null) {
      changes.remove(id);
    } else {
      changes.put(id, new ChangeSet.Change(before, after));
    }
  }

  private <D> void requireReferences(ObjectKind<D> kind, ObjectNode body, Findings findings) {
    for (ReferencePath path : kind.references()) {
      for (Reference reference : path.in(body)) {
        Entry<?> target = objects.get(reference.id());
        if (target == null || target.kind() != reference.kind()) {
          findings.add(
              reference.pointer(),
              "there is no object with this id among "
                  + reference.kind().collection().replace('-', ' '));
        }
      }
    }
  }

  /** What cannot be published would hold up everything that is changed after it. */
  private void requireFitting(Object definition, Findings findings) {
    int bytes = definitions.body(definition).toString().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      findings.add("", "must not be larger than " + MOST_BYTES + " bytes as JSON");
    }
  }

  private <D> void requireFreeKey(ObjectKind<D> kind, UUID id, D definition, Findings findings) {
    UUID owner = keysOf(kind.kind()).get(Entry.comparedKey(kind, definition));
    if (owner != null && !owner.equals(id)) {
      findings.add(ProblemType.ALREADY_EXISTS, kind.keyPointer(), "another object has it already");
    }
  }

  private Map<String, UUID> keysOf(Kind kind) {
    return keys.computeIfAbsent(kind, unused -> new TreeMap<>());
  }
}
