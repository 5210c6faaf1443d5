package io.parley.channels.azure;

/** An authentic event that cannot be understood. */
final class UnreadableEventException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Says why.
   *
   * @param message for the administrator; contains no customer text
   */
  UnreadableEventException(String message) {
    super(message);
  }
}
