package io.parley.platform.time;

import java.util.UUID;

/**
 * Gives new identifiers. They are UUIDs of version 7, which keep indexes compact because they rise
 * with time.
 */
@FunctionalInterface
public interface Identifiers {

  /** An identifier that has not been given before. */
  UUID next();
}
