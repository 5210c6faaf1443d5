package io.parley.admin.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.events.EventJson;
import io.parley.events.configuration.ConfigurationObject.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One object of the configuration as a row, without its secret fields. */
@Entity
@Table(name = "configuration_object")
class ObjectRow {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "text")
  private Kind kind;

  private String key;
  private String name;
  private long version;
  private long storedVersion;
  private Instant createdAt;
  private Instant changedAt;
  private String body;
  private String own;

  /** For Hibernate. */
  ObjectRow() {}

  static ObjectRow of(Entry<?> entry, long storedVersion) {
    ObjectRow row = new ObjectRow();
    row.id = entry.id();
    row.kind = entry.kind();
    row.key = entry.comparedKey();
    row.name = entry.name();
    row.version = entry.version();
    row.storedVersion = storedVersion;
    row.createdAt = entry.createdAt();
    row.changedAt = entry.changedAt();
    row.body = entry.body().toString();
    row.own = entry.own().toString();
    return row;
  }

  UUID id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  long version() {
    return version;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant changedAt() {
    return changedAt;
  }

  ObjectNode body() {
    return parsed(body);
  }

  ObjectNode own() {
    return parsed(own);
  }

  private static ObjectNode parsed(String json) {
    try {
      return (ObjectNode) EventJson.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored definition is no JSON", e);
    }
  }
}
