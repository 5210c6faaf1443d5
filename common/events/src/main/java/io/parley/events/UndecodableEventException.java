package io.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * A record that is not an event of Parley, or not one that this version understands. It belongs in
 * the dead-letter topic.
 */
public final class UndecodableEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UndecodableEventException(String message) {
    this(message, null);
  }

  public UndecodableEventException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
