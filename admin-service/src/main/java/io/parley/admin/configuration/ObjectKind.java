package io.parley.admin.configuration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.admin.access.Sight;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is particular to one kind of object. All checks are pure: they look at the candidate and at
 * the other objects, and see the same whether the change comes as one request or within a
 * configuration document.
 *
 * @param <D> the definition: a record with limits on its fields, whose first component is {@code
 *     id}
 */
public interface ObjectKind<D> {

  /** Where secret fields stand in what an administrator sends. */
  enum Secrecy {
    /** There are none. */
    NONE,
    /** Under {@code secrets}, by name; one that is left out stays, null removes it. */
    SECRETS,
    /** In the one field {@code password}. */
    PASSWORD
  }

  /** What sort of object this is. */
  ConfigurationObject.Kind kind();

  /** The type of the definition. */
  Class<D> type();

  /** What administrators call it. */
  String name(D definition);

  /** What stands for it in configuration documents, used once per kind in whatever case. */
  default String key(D definition) {
    return name(definition);
  }

  /** The object within which the key is used once, where that is not the whole organisation. */
  default Optional<UUID> scope(D definition) {
    return Optional.empty();
  }

  /** The field that is to blame when the key is taken. */
  default String keyPointer() {
    return "/name";
  }

  /** Where it refers to others; that they exist is checked by the caller. */
  default List<ReferencePath> references() {
    return List.of();
  }

  /** Where its secret fields stand. */
  default Secrecy secrecy() {
    return Secrecy.NONE;
  }

  /** Names of the secret fields that an object with this body may have, in order. */
  default List<String> secretFields(ObjectNode body) {
    return List.of();
  }

  /** Looks for what is wrong with secret fields before they are sealed. */
  default void checkSecrets(Map<String, @Nullable String> given, Findings findings) {}

  /** What is kept of a secret under {@code secrets}. */
  default String seal(UUID id, String field, String secret) {
    throw new UnsupportedOperationException(kind() + " has no secret fields");
  }

  /** What is kept of a secret of any sort, which may take its time. */
  default Uni<String> sealed(UUID id, String field, String secret) {
    return Uni.createFrom().item(() -> seal(id, field, secret));
  }

  /** Whether a secret field holds this very secret. */
  default boolean holds(UUID id, String field, Sealed sealed, String secret) {
    return false;
  }

  /** The reference that a secret field holds instead of a secret, if it does. */
  default Optional<String> reference(UUID id, String field, Sealed sealed) {
    return Optional.empty();
  }

  /**
   * Looks for what is wrong beyond the limits of the fields and unknown references, which have been
   * checked.
   *
   * @return the definition as it is kept
   */
  default D check(D given, Candidate<D> candidate) {
    return given;
  }

  /**
   * Looks for what speaks against the deletion although nothing refers to the object.
   *
   * @param after all objects as they will be
   * @param findings takes what speaks against it
   */
  default void checkDeletion(Entry<D> entry, ConfiguredObjects after, Findings findings) {}

  /**
   * What takes the place of a deleted object.
   *
   * @param kind of what is kept
   * @param id of what is kept
   * @param definition what is kept
   */
  record Remains(ConfigurationObject.Kind kind, UUID id, Object definition) {}

  /** What is kept of an object when it is deleted, if anything is. */
  default Optional<Remains> remains(Entry<D> entry, Instant now) {
    return Optional.empty();
  }

  /** What the service itself gives a new object. */
  default ObjectNode own() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * What the service gives an object instead of what it has given it, such as another key.
   *
   * @param grace how long what it had is accepted besides
   */
  default ObjectNode renewed(ObjectNode own, Instant now, Duration grace) {
    throw new UnsupportedOperationException(kind() + " has nothing to renew");
  }

  /** What the service has given an object, without what is over. */
  default ObjectNode ownAt(ObjectNode own, Instant now) {
    return own;
  }

  /** What views and the audit show of what the service has given an object. */
  default ObjectNode shownOwn(ObjectNode own) {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The object as every service gets it. */
  default ConfigurationObject published(Entry<D> entry) {
    return (ConfigurationObject) entry.definition();
  }

  /** Fields that a view of this kind has besides definition, secrets and versions. */
  default List<String> shownBesides() {
    return List.of();
  }

  /** Who may do what. */
  default Access access() {
    return Access.SUPERVISORS_LOOK;
  }

  /** Whether somebody who may see objects of this kind sees this one. */
  default boolean isVisible(Entry<D> entry, Sight sight, ConfiguredObjects all) {
    return true;
  }

  /** Fields of the view that somebody does not see. */
  default List<String> hidden(Entry<D> entry, Sight sight) {
    return List.of();
  }

  /** What a view shows besides definition, versions and the state of secrets, by id. */
  default Uni<Map<UUID, ObjectNode>> additions(List<Entry<D>> entries, Sight sight) {
    return Uni.createFrom().item(Map.of());
  }

  /** The object as one of this kind. */
  @SuppressWarnings("unchecked")
  default Optional<Entry<D>> cast(Entry<?> entry) {
    return entry.kind() == kind() ? Optional.of((Entry<D>) entry) : Optional.empty();
  }
}
