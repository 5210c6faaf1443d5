package io.parley.simulator.twilio;

import io.parley.simulator.http.Answer;

/**
 * A request that is answered with an error body. Carries no stack trace: it is an ordinary case.
 */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final int status;

  RefusedException(int code, int status, String message) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
  }

  int code() {
    return code;
  }

  int status() {
    return status;
  }

  Answer.Reply answer() {
    return Answer.error(
        status, String.valueOf(code), TwilioError.body(code, status, String.valueOf(getMessage())));
  }
}
