package io.parley.events;

/** Base presence of an agent (domain/distribution.md §8.1). */
public enum Presence {
  AVAILABLE,
  BUSY,
  DO_NOT_DISTURB,
  AWAY,
  OFFLINE
}
