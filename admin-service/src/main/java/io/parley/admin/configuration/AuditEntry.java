package io.parley.admin.configuration;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the audit: who did what to which object, with before and after. Never changed. */
@Entity
@Table(name = "audit")
class AuditEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private Instant at;
  private @Nullable UUID userId;
  private String action;
  private String kind;
  private UUID objectId;
  private long version;
  private @Nullable String before;
  private @Nullable String after;

  /** For Hibernate. */
  AuditEntry() {}

  AuditEntry(
      Instant at,
      @Nullable UUID userId,
      ChangeSet.Change change,
      long version,
      @Nullable String before,
      @Nullable String after) {
    this.at = at;
    this.userId = userId;
    this.action = change.action().name();
    this.kind = change.kind().name();
    this.objectId = change.id();
    this.version = version;
    this.before = before;
    this.after = after;
  }

  /** The line of a deed that changes no configuration. */
  static AuditEntry of(
      Instant at, @Nullable UUID userId, Deed deed, long version, @Nullable String outcome) {
    AuditEntry entry = new AuditEntry();
    entry.at = at;
    entry.userId = userId;
    entry.action = deed.action();
    entry.kind = deed.kind().name();
    entry.objectId = deed.objectId();
    entry.version = version;
    entry.after = outcome;
    return entry;
  }
}
