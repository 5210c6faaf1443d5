package io.parley.simulator.twilio;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Makes identifiers: two letters and 32 hexadecimal digits. */
final class Sids {

  private Sids() {}

  static String random(String prefix) {
    return prefix + hex(UUID.randomUUID());
  }

  /** The same for the same seed, for things that have a lasting identity such as a number. */
  static String lasting(String prefix, String seed) {
    return prefix + hex(UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)));
  }

  private static String hex(UUID uuid) {
    return uuid.toString().replace("-", "");
  }
}
