package io.parley.admin.deadletter;

import io.parley.events.CloudEventCodec;
import io.parley.events.Event;
import io.parley.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Arrays;

/** Refuses what could stand in the outbox and never be published: it would hold up what follows. */
final class Publishable {

  private static final int MOST_BYTES = 1_000_000;
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private Publishable() {}

  /**
   * The event, if it can be published.
   *
   * @throws ProblemException if it cannot
   */
  static <E extends Event<?>> E required(E event) {
    boolean storable =
        Arrays.asList(event.id(), event.source(), event.subject(), event.key()).stream()
            .noneMatch(text -> text.indexOf('\0') >= 0);
    if (!storable || event.time().isBefore(EARLIEST) || event.time().isAfter(LATEST)) {
      throw unpublishable("its id, source, subject, key or time has an impossible value");
    }
    int bytes;
    try {
      bytes = CloudEventCodec.encode(event).value().length;
    } catch (RuntimeException e) {
      throw unpublishable("its CloudEvents attributes have an impossible value");
    }
    if (bytes > MOST_BYTES) {
      throw unpublishable("it has more than " + MOST_BYTES + " bytes");
    }
    return event;
  }

  private static ProblemException unpublishable(String why) {
    return ProblemException.invalid("", "The event cannot be published: " + why + ".");
  }
}
