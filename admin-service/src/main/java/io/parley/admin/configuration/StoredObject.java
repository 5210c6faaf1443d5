package io.parley.admin.configuration;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/** What every object of the configuration has as a row. */
@MappedSuperclass
public abstract class StoredObject {

  @Id private UUID id;
  private String name;
  private long version;
  private Instant createdAt;
  private Instant changedAt;

  /** Stable id. */
  public UUID id() {
    return id;
  }

  /** What administrators call it. */
  public String name() {
    return name;
  }

  /** Version of the whole configuration that this object's last change made; its ETag. */
  public long version() {
    return version;
  }

  /** When it was created. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it was last changed. */
  public Instant changedAt() {
    return changedAt;
  }

  void created(UUID givenId, Instant now) {
    id = givenId;
    createdAt = now;
  }

  void changed(String newName, long newVersion, Instant now) {
    name = newName;
    version = newVersion;
    changedAt = now;
  }
}
