package io.parley.simulator.link;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** LINK's message ids: 24 characters of base64, so with {@code + /} in them. */
final class MessageIds {

  private MessageIds() {}

  static String random() {
    byte[] bytes = new byte[18];
    ThreadLocalRandom.current().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
