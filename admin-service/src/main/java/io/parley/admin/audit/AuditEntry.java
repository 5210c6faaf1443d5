package io.parley.admin.audit;

import io.parley.platform.audit.Anchor;
import io.parley.platform.audit.AuditLine;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the audit as it is stored. Never changed. */
@Entity
@Table(name = "audit")
class AuditEntry {

  @Id private long id;
  private Instant at;
  private @Nullable UUID userId;
  private @Nullable String userName;
  private @Nullable String address;
  private @Nullable String userAgent;
  private String action;
  private String kind;
  private @Nullable UUID objectId;
  private @Nullable String objectKey;
  private long version;
  private @Nullable String before;
  private @Nullable String after;
  private String previousHash;
  private String hash;

  /** For Hibernate. */
  AuditEntry() {}

  AuditEntry(AuditLine line) {
    id = line.id();
    at = Instant.parse(line.at());
    userId = uuid(line.userId());
    userName = line.userName();
    address = line.address();
    userAgent = line.userAgent();
    action = line.action();
    kind = line.kind();
    objectId = uuid(line.objectId());
    objectKey = line.objectKey();
    version = line.version();
    before = line.before();
    after = line.after();
    previousHash = line.previousHash();
    hash = line.hash();
  }

  /** What the next line follows. */
  Anchor anchor() {
    return new Anchor(id, hash);
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    return text == null ? null : UUID.fromString(text);
  }
}
