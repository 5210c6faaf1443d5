package io.parley.simulator.provider;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts calls per minute of what is limited. Safe for use by many threads. */
public final class RateWindow {

  private record Count(long minute, int calls) {}

  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  /** Whether this call is beyond the limit. */
  public boolean exceeded(String what, int perMinute, Instant now) {
    long minute = now.getEpochSecond() / 60;
    Count count =
        counts.merge(
            what,
            new Count(minute, 1),
            (old, one) -> old.minute() == minute ? new Count(minute, old.calls() + 1) : one);
    return count.calls() > perMinute;
  }

  public void clear() {
    counts.clear();
  }
}
