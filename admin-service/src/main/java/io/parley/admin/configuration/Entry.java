package io.parley.admin.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.events.configuration.ConfigurationObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * One object of the configuration as it is.
 *
 * @param type the rules of its kind
 * @param id stable id
 * @param version of the configuration that its definition last changed with; its ETag
 * @param createdAt when it was created
 * @param changedAt when its definition last changed
 * @param definition what an administrator has said of it
 * @param body the definition as JSON, without id; not to be changed
 * @param sealed its secret fields
 * @param own what the service itself has given it; not to be changed
 * @param references what it refers to
 */
public record Entry<D>(
    ObjectKind<D> type,
    UUID id,
    long version,
    Instant createdAt,
    Instant changedAt,
    D definition,
    ObjectNode body,
    Map<String, Sealed> sealed,
    ObjectNode own,
    List<Reference> references) {

  public Entry {
    sealed = Map.copyOf(sealed);
    references = List.copyOf(references);
  }

  /** What sort of object it is. */
  public ConfigurationObject.Kind kind() {
    return type.kind();
  }

  /** What administrators call it. */
  public String name() {
    return type.name(definition);
  }

  /** Stands for it in configuration documents. */
  public String key() {
    return type.key(definition);
  }

  /** The key as it is compared, within its scope. */
  String comparedKey() {
    return comparedKey(type, definition);
  }

  static <D> String comparedKey(ObjectKind<D> type, D definition) {
    String key = compared(type.key(definition));
    return type.scope(definition).map(scope -> scope + "/" + key).orElse(key);
  }

  /** The key for people, with the object that it is used within. */
  String shownKey(ConfiguredObjects all) {
    return type.scope(definition)
        .flatMap(all::find)
        .map(scope -> scope.key() + " / " + key())
        .orElseGet(this::key);
  }

  static String compared(String key) {
    return key.strip().toLowerCase(Locale.ROOT);
  }

  /** As every service gets it. */
  ConfigurationObject published() {
    return type.published(this);
  }

  /** The object with something else that the service has given it, which is a change of it. */
  Entry<D> renewed(ObjectNode other, long next, Instant now) {
    return new Entry<>(type, id, next, createdAt, now, definition, body, sealed, other, references);
  }

  /** The object without what is over, which leaves its ETag as it is. */
  Entry<D> at(Instant now) {
    Map<String, Sealed> others = new HashMap<>();
    sealed.forEach((name, field) -> others.put(name, field.at(now)));
    return new Entry<>(
        type,
        id,
        version,
        createdAt,
        changedAt,
        definition,
        body,
        others,
        type.ownAt(own, now),
        references);
  }

  /** The object with other secret fields, which leaves its ETag as it is. */
  Entry<D> withSealed(Map<String, Sealed> others) {
    return new Entry<>(
        type, id, version, createdAt, changedAt, definition, body, others, own, references);
  }
}
