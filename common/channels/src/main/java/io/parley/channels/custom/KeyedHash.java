package io.parley.channels.custom;

import io.parley.channels.wire.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a provider signs: the hash, how the header writes it, and how the key is to be read.
 *
 * @param encoding hex or base64
 * @param keyEncoding text, hex or base64
 */
record KeyedHash(Hmac algorithm, String encoding, String keyEncoding) {

  /** By its name in the settings; SHA-256 where there is no such name. */
  static Hmac algorithm(String name) {
    return Stream.of(Hmac.values())
        .filter(hash -> hash.name().equals(name))
        .findFirst()
        .orElse(Hmac.SHA256);
  }

  /** The signature as the header writes it. */
  String sign(String key, byte[] data) {
    byte[] hash = algorithm.of(keyBytes(key), data);
    return encoding.equals("base64")
        ? Base64.getEncoder().encodeToString(hash)
        : HexFormat.of().formatHex(hash);
  }

  /** Whether this is the signature; takes the same time whatever differs. */
  boolean fits(String key, byte[] data, String signature) {
    Optional<byte[]> given = decoded(encoding, signature.strip());
    return given.isPresent() && algorithm.matches(keyBytes(key), data, given.get());
  }

  /** Whether a key can be read. */
  boolean takes(String key) {
    return decoded(keyEncoding, key).filter(bytes -> bytes.length > 0).isPresent();
  }

  /** An unreadable key is an empty one, which verifies nothing. */
  private byte[] keyBytes(String key) {
    return decoded(keyEncoding, key).orElse(new byte[0]);
  }

  private static Optional<byte[]> decoded(String encoding, String text) {
    try {
      return Optional.of(
          switch (encoding) {
            case "hex" -> HexFormat.of().parseHex(text);
            case "base64" -> Base64.getDecoder().decode(text);
            default -> text.getBytes(StandardCharsets.UTF_8);
          });
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }
}
