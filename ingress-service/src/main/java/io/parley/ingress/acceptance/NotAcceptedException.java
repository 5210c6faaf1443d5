package io.parley.ingress.acceptance;

/** A record is not safe: neither Kafka nor the fallback table has taken it. */
public final class NotAcceptedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotAcceptedException(String reason) {
    super(reason, null, false, false);
  }

  NotAcceptedException(Throwable cause) {
    super(cause.toString(), cause, false, false);
  }
}
