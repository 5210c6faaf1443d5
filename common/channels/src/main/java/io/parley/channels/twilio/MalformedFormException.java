package io.parley.channels.twilio;

/** Bytes that are not an {@code application/x-www-form-urlencoded} form. */
final class MalformedFormException extends Exception {

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
