package io.parley.channels.secrets;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Encrypts one secret field of one account with Tink AEAD (AES-256-GCM). The account and the field
 * are the associated data, so a ciphertext that is copied to another account or field does not open
 * (design/architecture.md §4 rule 4). Thread-safe.
 */
public final class SecretCipher {

  private final Supplier<Keyset> keyset;

  private SecretCipher(Supplier<Keyset> keyset) {
    this.keyset = keyset;
  }

  /**
   * A new keyset with one key, in Tink's JSON form. It opens every secret: it belongs in a secret
   * store.
   */
  public static String newKeyset() {
    return Keyset.create().toJson();
  }

  /**
   * A cipher that encrypts with the keyset's primary key and decrypts with any of its keys.
   *
   * @throws IllegalArgumentException if it is not a keyset for AEAD in Tink's JSON form
   */
  public static SecretCipher ofKeyset(String json) {
    Keyset fixed = Keyset.parse(json);
    return new SecretCipher(() -> fixed);
  }

  /** A cipher that asks before each use which keyset is in force. */
  public static SecretCipher following(Supplier<Keyset> inForce) {
    return new SecretCipher(inForce);
  }

  /** The secret, encrypted, as Base64. */
  public String encrypt(UUID accountId, String field, String secret) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              aead()
                  .encrypt(
                      secret.getBytes(StandardCharsets.UTF_8), associatedData(accountId, field)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt " + field + " of account " + accountId, e);
    }
  }

  /**
   * The secret in clear.
   *
   * @throws IllegalArgumentException if it was not encrypted for this account and field with one of
   *     our keys
   */
  public String decrypt(UUID accountId, String field, String ciphertext) {
    try {
      return new String(
          aead().decrypt(Base64.getDecoder().decode(ciphertext), associatedData(accountId, field)),
          StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "secret " + field + " of account " + accountId + " does not open with the keys in use",
          e);
    }
  }

  /** The secret in clear; empty if it does not open. */
  public Optional<String> opened(UUID accountId, String field, String ciphertext) {
    try {
      return Optional.of(decrypt(accountId, field, ciphertext));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Bytes that are no secret field, encrypted.
   *
   * @param purpose what they are for; only the same purpose opens them. It holds no slash, so it
   *     can never be that of a secret field
   */
  public byte[] seal(byte[] content, String purpose) {
    try {
      return aead().encrypt(content, associatedData(purpose));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt for " + purpose, e);
    }
  }

  /** What {@link #seal} closed for this purpose with one of our keys; empty for anything else. */
  public Optional<byte[]> unseal(byte[] sealed, String purpose) {
    try {
      return Optional.of(aead().decrypt(sealed, associatedData(purpose)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Aead aead() {
    return keyset.get().aead();
  }

  private static byte[] associatedData(String purpose) {
    if (purpose.contains("/")) {
      throw new IllegalArgumentException("a purpose holds no slash: " + purpose);
    }
    return purpose.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] associatedData(UUID accountId, String field) {
    return (accountId + "/" + field).getBytes(StandardCharsets.UTF_8);
  }
}
