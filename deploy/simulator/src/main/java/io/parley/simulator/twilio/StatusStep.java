package io.parley.simulator.twilio;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One change of a message's state that is told to the sender.
 *
 * @param after wait since the step before
 */
record StatusStep(
    MessageStatus status,
    Duration after,
    @Nullable Integer errorCode,
    @Nullable String errorMessage) {

  static StatusStep of(MessageStatus status, int afterMs) {
    return new StatusStep(status, Duration.ofMillis(afterMs), null, null);
  }

  StatusStep atOnce() {
    return new StatusStep(status, Duration.ZERO, errorCode, errorMessage);
  }
}
