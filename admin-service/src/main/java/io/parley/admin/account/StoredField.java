package io.parley.admin.account;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The value of one field of an account; of a secret, only the ciphertext. */
@Embeddable
class StoredField {

  private String value;
  private boolean secret;
  private Instant setAt;

  /** For Hibernate. */
  StoredField() {}

  private StoredField(String value, boolean secret, Instant setAt) {
    this.value = value;
    this.secret = secret;
    this.setAt = setAt;
  }

  static StoredField setting(String value, Instant setAt) {
    return new StoredField(value, false, setAt);
  }

  static StoredField secret(String ciphertext, Instant setAt) {
    return new StoredField(ciphertext, true, setAt);
  }

  String value() {
    return value;
  }

  boolean secret() {
    return secret;
  }

  Instant setAt() {
    return setAt;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredField field
        && field.secret == secret
        && field.value.equals(value)
        && field.setAt.equals(setAt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, secret, setAt);
  }
}
