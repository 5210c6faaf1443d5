package io.parley.admin.configuration;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One secret field of one object as a row. */
@Entity
@Table(name = "sealed_field")
class SealedRow {

  /** Which field of which object. */
  @Embeddable
  record Key(UUID objectId, String name) {}

  @EmbeddedId private Key id;
  private String ciphertext;
  private Instant setAt;
  private @Nullable String previousCiphertext;
  private @Nullable Instant previousUntil;

  /** For Hibernate. */
  SealedRow() {}

  static SealedRow of(UUID objectId, String name, Sealed sealed) {
    SealedRow row = new SealedRow();
    row.id = new Key(objectId, name);
    row.ciphertext = sealed.ciphertext();
    row.setAt = sealed.setAt();
    row.previousCiphertext = sealed.previous();
    row.previousUntil = sealed.previousUntil();
    return row;
  }

  UUID objectId() {
    return id.objectId();
  }

  String name() {
    return id.name();
  }

  Sealed sealed() {
    return new Sealed(ciphertext, setAt, previousCiphertext, previousUntil);
  }
}
