package io.parley.simulator.twilio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message as the message resource shows it (twilio-sms.md §6.2). */
record Message(
    String sid,
    String accountSid,
    Direction direction,
    @Nullable Address from,
    Address to,
    String body,
    int mediaCount,
    @Nullable String serviceSid,
    MessageStatus status,
    @Nullable Integer errorCode,
    @Nullable String errorMessage,
    Instant created,
    @Nullable Instant sent,
    Instant updated) {

  /** Who caused the message. */
  enum Direction {
    INBOUND("inbound"),
    API("outbound-api"),
    REPLY("outbound-reply");

    private final String shown;

    Direction(String shown) {
      this.shown = shown;
    }

    String shown() {
      return shown;
    }
  }

  /** The message moved on to this state; the same message if it is already there or beyond. */
  Message advanced(StatusStep step, Address sender, Instant now) {
    if (step.status().compareTo(status) <= 0) {
      return this;
    }
    return new Message(
        sid,
        accountSid,
        direction,
        sender,
        to,
        body,
        mediaCount,
        serviceSid,
        step.status(),
        step.errorCode(),
        step.errorMessage(),
        created,
        sent == null && step.status().isAtLeastSent() ? now : sent,
        now);
  }
}
