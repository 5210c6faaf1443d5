package io.parley.simulator.infobip;

import java.util.concurrent.ThreadLocalRandom;

/** Ids that Infobip makes: numbers, kept as text. */
final class Ids {

  private Ids() {}

  static String random(int digits) {
    StringBuilder id = new StringBuilder("4");
    while (id.length() < digits) {
      id.append(ThreadLocalRandom.current().nextInt(10));
    }
    return id.toString();
  }
}
