package io.parley.ctl;

/** There was no answer, or none from a Parley that works. */
final class UnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreachableException(String message) {
    super(message);
  }
}
