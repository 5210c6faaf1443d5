package io.parley.simulator.twilio;

import java.util.Locale;

/** States of a message in the order in which it passes them (twilio-sms.md §5.2). */
enum MessageStatus {
  RECEIVED,
  ACCEPTED,
  QUEUED,
  SENT,
  DELIVERED,
  READ,
  UNDELIVERED,
  FAILED;

  /** As it stands in JSON and callbacks. */
  String shown() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isFailure() {
    return this == UNDELIVERED || this == FAILED;
  }

  boolean isAtLeastSent() {
    return this == SENT || this == DELIVERED || this == READ || this == UNDELIVERED;
  }
}
