package io.parley.channels.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The keys of Parley's secret fields: the primary one encrypts, every enabled one decrypts. A new
 * key is added first and promoted when every service knows it, so that nobody meets a ciphertext
 * that he cannot open. Immutable; the methods that change something answer another keyset.
 */
public final class Keyset {

  private static final int PREFIX = 1 + Integer.BYTES;
  private static final byte TINK = 1;

  private final KeysetHandle handle;
  private final Aead aead;

  private Keyset(KeysetHandle handle) throws GeneralSecurityException {
    for (int i = 0; i < handle.size(); i++) {
      if (handle.getAt(i).getKey().getIdRequirementOrNull() == null) {
        throw new GeneralSecurityException("key without prefix");
      }
    }
    this.handle = handle;
    this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /**
   * One key, without its material.
   *
   * @param id as ciphertexts carry it, 0 to 2³²−1
   * @param enabled whether it decrypts
   * @param primary whether it encrypts
   */
  public record Key(long id, boolean enabled, boolean primary) {}

  /** A keyset with one new key. */
  public static Keyset create() {
    return changed(
        KeysetHandle.newBuilder()
            .addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary()));
  }

  /**
   * Reads a keyset in Tink's JSON form.
   *
   * @throws IllegalArgumentException if it is none for AEAD whose keys mark their ciphertexts; the
   *     message quotes nothing of it
   */
  public static Keyset parse(String json) {
    try {
      AeadConfig.register();
      return new Keyset(TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException | RuntimeException e) {
      // The cause is left out: it may quote the keyset.
      throw new IllegalArgumentException("not a Tink keyset for AEAD in JSON form");
    }
  }

  /** Tink's JSON form with the key material. It opens every secret: for the keyset file alone. */
  public String toJson() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keyset cannot be written", e);
    }
  }

  /** The keys in the order in which they were added. */
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < handle.size(); i++) {
      KeysetHandle.Entry entry = handle.getAt(i);
      keys.add(
          new Key(
              Integer.toUnsignedLong(entry.getId()),
              entry.getStatus() == KeyStatus.ENABLED,
              entry.isPrimary()));
    }
    return List.copyOf(keys);
  }

  /** The id of the key that encrypts. */
  public long primaryId() {
    return Integer.toUnsignedLong(handle.getPrimary().getId());
  }

  /** With one more key, which decrypts and does not encrypt yet. */
  public Keyset withNewKey() {
    return changed(
        KeysetHandle.newBuilder(handle)
            .addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()));
  }

  /**
   * Encrypts with this key from now on.
   *
   * @throws IllegalArgumentException if there is no such key or it is disabled
   */
  public Keyset withPrimary(long id) {
    int position = position(id);
    if (handle.getAt(position).getStatus() != KeyStatus.ENABLED) {
      throw new IllegalArgumentException("key " + id + " is disabled: enable it first");
    }
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
    builder.getAt(position).makePrimary();
    return changed(builder);
  }

  /**
   * With a key that decrypts, or does not for the time being; the material stays.
   *
   * @throws IllegalArgumentException if there is no such key, or the primary one would be disabled
   */
  public Keyset withEnabled(long id, boolean enabled) {
    int position = enabled ? position(id) : notPrimary(id);
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
    builder.getAt(position).setStatus(enabled ? KeyStatus.ENABLED : KeyStatus.DISABLED);
    return changed(builder);
  }

  /**
   * Without a key. What only it opens is lost.
   *
   * @throws IllegalArgumentException if there is no such key or it is the primary one
   */
  public Keyset without(long id) {
    int position = notPrimary(id);
    return changed(KeysetHandle.newBuilder(handle).deleteAt(position));
  }

  /**
   * The id of the key that made a ciphertext, read from its first bytes; empty if these are no mark
   * of a key.
   */
  public static OptionalLong keyIdOf(String ciphertext) {
    return bytes(ciphertext)
        .filter(bytes -> bytes.length > PREFIX && bytes[0] == TINK)
        .map(bytes -> OptionalLong.of(Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(1))))
        .orElse(OptionalLong.empty());
  }

  Aead aead() {
    return aead;
  }

  private static Optional<byte[]> bytes(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private int notPrimary(long id) {
    int position = position(id);
    if (handle.getAt(position).isPrimary()) {
      throw new IllegalArgumentException("key " + id + " encrypts: promote another one first");
    }
    return position;
  }

  private int position(long id) {
    for (int i = 0; i < handle.size(); i++) {
      if (Integer.toUnsignedLong(handle.getAt(i).getId()) == id) {
        return i;
      }
    }
    throw new IllegalArgumentException("there is no key " + id);
  }

  private static Keyset changed(KeysetHandle.Builder builder) {
    try {
      AeadConfig.register();
      return new Keyset(builder.build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no such keyset can be made", e);
    }
  }

  /** Says which keys there are and nothing that opens anything. */
  @Override
  public String toString() {
    return "Keyset" + keys();
  }
}
