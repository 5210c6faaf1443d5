package io.parley.admin.configuration;

import io.parley.admin.validation.Findings;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.platform.time.Identifiers;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** List, read, create, replace and delete objects of any kind, by the rules of the kind. */
@ApplicationScoped
public class ConfigurationObjects {

  private final Changes changes;
  private final Creations creations;
  private final Validator validator;
  private final Identifiers identifiers;
  private final Clock clock;

  ConfigurationObjects(
      Changes changes,
      Creations creations,
      Validator validator,
      Identifiers identifiers,
      Clock clock) {
    this.changes = changes;
    this.creations = creations;
    this.validator = validator;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** One page of the objects that the caller may see. */
  public <E extends StoredObject> Uni<Page<E>> list(
      ObjectRules<?, E> rules, PageRequest request, Restriction restriction) {
    StringBuilder condition = new StringBuilder(restriction.condition());
    Map<String, Object> parameters = new HashMap<>(restriction.parameters());
    request
        .name()
        .ifPresent(
            name -> {
              condition.append(" and locate(lower(:name), lower(o.name)) > 0");
              parameters.put("name", name);
            });
    request
        .after()
        .ifPresent(
            after -> {
              condition.append(
                  " and (o.name > :lastName or (o.name = :lastName and o.id > :lastId))");
              parameters.put("lastName", after.name());
              parameters.put("lastId", after.id());
            });
    String query =
        "from %s o where %s order by o.name, o.id".formatted(rules.entityName(), condition);
    return Panache.withSession(
        () ->
            rules
                .repository()
                .find(query, parameters)
                .range(0, request.limit())
                .list()
                .map(rows -> Page.of(rows, request.limit())));
  }

  /**
   * One object that the caller may see.
   *
   * @throws ProblemException if there is none
   */
  public <E extends StoredObject> Uni<E> read(
      ObjectRules<?, E> rules, UUID id, Restriction restriction) {
    Map<String, Object> parameters = new HashMap<>(restriction.parameters());
    parameters.put("id", id);
    String query =
        "from %s o where o.id = :id and %s".formatted(rules.entityName(), restriction.condition());
    return Panache.withSession(
        () ->
            rules
                .repository()
                .find(query, parameters)
                .firstResult()
                .invoke(row -> require(rules, row)));
  }

  /**
   * Creates an object. The same request again, known by its id or key, creates nothing and answers
   * as the first one did.
   *
   * @param author who does it; absent when the service itself does
   * @param idempotencyKey a key that the client has chosen for this request
   */
  public <I extends ObjectInput, E extends StoredObject> Uni<E> create(
      ObjectRules<I, E> rules,
      @Nullable I body,
      @Nullable UUID author,
      @Nullable String idempotencyKey) {
    I input = wellFormed(body);
    String key = Creations.scopedKey(rules.kind(), author, idempotencyKey);
    return changes.alone(
        version ->
            creations
                .earlier(input, key)
                .chain(
                    earlier ->
                        earlier.isPresent()
                            ? find(rules, earlier.get())
                            : createNew(rules, input, author, key, version)));
  }

  /**
   * Replaces an object.
   *
   * @param ifMatch the header, which must name the present version
   */
  public <I extends ObjectInput, E extends StoredObject> Uni<E> replace(
      ObjectRules<I, E> rules, UUID id, @Nullable String ifMatch, @Nullable I body, UUID author) {
    I input = wellFormed(body);
    ExpectedVersion expected = ExpectedVersion.parse(ifMatch);
    return changes.alone(
        version ->
            find(rules, id)
                .chain(
                    row -> {
                      expected.require(row.version());
                      Object before = rules.described(row);
                      Findings findings = Findings.none();
                      if (input.id() != null && !id.equals(input.id())) {
                        findings.add("/id", "must be the id in the path");
                      }
                      return rules
                          .check(input, id, row, findings)
                          .invoke(findings::refuseIfAny)
                          .chain(() -> rules.checkUnique(input, id))
                          .chain(() -> write(rules, input, row, before, author, version));
                    }));
  }

  /**
   * Deletes an object.
   *
   * @param ifMatch the header, which must name the present version
   * @throws InUseException if other objects depend on it
   */
  public <E extends StoredObject> Uni<Void> delete(
      ObjectRules<?, E> rules, UUID id, @Nullable String ifMatch, UUID author) {
    ExpectedVersion expected = ExpectedVersion.parse(ifMatch);
    return changes.alone(
        version ->
            find(rules, id)
                .invoke(row -> expected.require(row.version()))
                .call(() -> rules.dependants(id).invoke(ConfigurationObjects::requireNone))
                .call(rules::checkDeletion)
                .chain(row -> remove(rules, row, author, version)));
  }

  private <I extends ObjectInput, E extends StoredObject> Uni<E> createNew(
      ObjectRules<I, E> rules, I input, @Nullable UUID author, @Nullable String key, long version) {
    UUID id = Objects.requireNonNullElseGet(input.id(), identifiers::next);
    E row = rules.emptyRow();
    row.created(id, now());
    Findings findings = Findings.none();
    return requireFree(rules, id)
        .chain(() -> rules.check(input, id, null, findings))
        .invoke(findings::refuseIfAny)
        .chain(() -> rules.checkUnique(input, id))
        .chain(() -> creations.remember(id, input, key))
        .chain(() -> write(rules, input, row, null, author, version));
  }

  private <I extends ObjectInput, E extends StoredObject> Uni<E> write(
      ObjectRules<I, E> rules,
      I input,
      E row,
      @Nullable Object before,
      @Nullable UUID author,
      long version) {
    row.changed(input.name().strip(), version, now());
    rules.apply(input, row, now());
    Change change =
        new Change(rules.kind(), row.id(), before, rules.described(row), rules.published(row));
    return rules.repository().persist(row).call(() -> changes.record(change, author, version));
  }

  private <E extends StoredObject> Uni<Void> remove(
      ObjectRules<?, E> rules, E row, UUID author, long version) {
    Change change = new Change(rules.kind(), row.id(), rules.described(row), null, null);
    return rules
        .repository()
        .delete(row)
        .chain(() -> creations.deleteById(row.id()))
        .chain(() -> changes.record(change, author, version));
  }

  private <I> I wellFormed(@Nullable I body) {
    if (body == null) {
      throw new ProblemException(ProblemType.UNREADABLE_BODY, "A JSON object is expected.");
    }
    Findings.of(validator, body).refuseIfAny();
    return body;
  }

  private static <E extends StoredObject> Uni<E> find(ObjectRules<?, E> rules, UUID id) {
    return rules.repository().findById(id).invoke(row -> require(rules, row));
  }

  private static void require(ObjectRules<?, ?> rules, @Nullable Object row) {
    if (row == null) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "There is no " + rules.kind() + " with this id for you.");
    }
  }

  /** Objects that are older than the memory of creations, such as the first administrator. */
  private static <E extends StoredObject> Uni<Void> requireFree(ObjectRules<?, E> rules, UUID id) {
    return rules
        .repository()
        .findById(id)
        .onItem()
        .ifNotNull()
        .failWith(
            () ->
                new ProblemException(ProblemType.ALREADY_EXISTS, "An object has this id already."))
        .replaceWithVoid();
  }

  private static void requireNone(List<Dependant> dependants) {
    if (!dependants.isEmpty()) {
      throw new InUseException(dependants);
    }
  }

  /** As exact as PostgreSQL keeps it, so that an object reads the same at once and later. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
