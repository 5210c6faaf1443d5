package io.parley.simulator.telesign;

import java.util.Locale;
import java.util.UUID;

/** Reference ids: 32 hexadecimal digits in upper case. */
final class References {

  private References() {}

  static String random() {
    return UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
  }

  /** The id of a part of a long message, always the same. */
  static String ofPart(String referenceId, int part) {
    return String.format(Locale.ROOT, "%s%02d", referenceId.substring(0, 30), part);
  }
}
