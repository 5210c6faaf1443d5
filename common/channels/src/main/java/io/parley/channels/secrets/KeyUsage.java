package io.parley.channels.secrets;

import java.io.IOException;

/** Knows how many stored values a key still opens; admin-service says so. */
@FunctionalInterface
public interface KeyUsage {

  /**
   * How many values only this key opens.
   *
   * @param keyId as {@link Keyset.Key#id()}
   * @throws IOException if it cannot be found out now
   */
  long valuesUnder(long keyId) throws IOException;
}
