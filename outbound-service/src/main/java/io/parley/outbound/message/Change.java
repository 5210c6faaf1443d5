package io.parley.outbound.message;

/** A message before and after something happened to it. */
public record Change(Message before, Message after) {

  /** Whether anything is different. */
  boolean isReal() {
    return !before.equals(after);
  }

  /** Whether others can see the difference. */
  boolean isVisible() {
    return before.version() != after.version();
  }
}
