package io.parley.admin.configuration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers how an object was created, so that the same request again creates nothing. */
@Entity
class Creation {

  @Id private UUID objectId;
  private @Nullable String idempotencyKey;
  private String requestDigest;

  /** For Hibernate. */
  Creation() {}

  Creation(UUID objectId, @Nullable String idempotencyKey, String requestDigest) {
    this.objectId = objectId;
    this.idempotencyKey = idempotencyKey;
    this.requestDigest = requestDigest;
  }

  UUID objectId() {
    return objectId;
  }

  String requestDigest() {
    return requestDigest;
  }
}
