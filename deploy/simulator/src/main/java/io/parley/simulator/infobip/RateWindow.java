package io.parley.simulator.infobip;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts calls per minute of those resources that are limited (infobip.md §2). */
final class RateWindow {

  private record Count(long minute, int calls) {}

  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  /** Whether this call is beyond the limit. */
  boolean exceeded(String what, int perMinute, Instant now) {
    long minute = now.getEpochSecond() / 60;
    Count count =
        counts.merge(
            what,
            new Count(minute, 1),
            (old, one) -> old.minute() == minute ? new Count(minute, old.calls() + 1) : one);
    return count.calls() > perMinute;
  }

  void clear() {
    counts.clear();
  }
}
