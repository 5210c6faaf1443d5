package io.parley.simulator.twilio;

import org.jspecify.annotations.Nullable;

/** A state of a message with what is told about it to the sender. */
record StatusStep(
    MessageStatus status, @Nullable Integer errorCode, @Nullable String errorMessage) {

  static StatusStep of(MessageStatus status) {
    return new StatusStep(status, null, null);
  }
}
