package io.parley.ingress.acceptance;

import org.apache.kafka.common.errors.TimeoutException;

/** A record is not safe: neither Kafka nor the fallback table has taken it. */
public final class NotAcceptedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Not now; the same may be accepted later. */
  NotAcceptedException(String reason) {
    super(reason, new TimeoutException(reason), false, false);
  }

  NotAcceptedException(Throwable cause) {
    super(cause.toString(), cause, false, false);
  }
}
