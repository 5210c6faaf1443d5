package io.parley.simulator.azure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Forms of message ids that have been seen (azure-communication-services.md §2). */
public enum MessageIds {
  /** {@code Outgoing_20260303090508…}. */
  OUTGOING,
  /** The same with {@code _noam} at the end. */
  NOAM,
  GUID;

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  String next(Instant now) {
    String guid = UUID.randomUUID().toString();
    return switch (this) {
      case OUTGOING -> "Outgoing_" + SECONDS.format(now) + guid;
      case NOAM -> "Outgoing_" + SECONDS.format(now) + guid + "_noam";
      case GUID -> guid;
    };
  }

  String nextInbound(Instant now) {
    String guid = UUID.randomUUID().toString();
    return this == GUID ? guid : "Incoming_" + SECONDS.format(now) + guid;
  }
}
