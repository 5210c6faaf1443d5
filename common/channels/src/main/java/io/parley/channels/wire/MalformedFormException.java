package io.parley.channels.wire;

/** Bytes that are not an {@code application/x-www-form-urlencoded} form. */
public final class MalformedFormException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong, and where.
   *
   * @param message without any of the content
   */
  MalformedFormException(String message) {
    super(message);
  }
}
