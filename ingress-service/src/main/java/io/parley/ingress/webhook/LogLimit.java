package io.parley.ingress.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Allows so many log lines per minute and subject. It keeps the subjects of the present minute
 * only. Thread-safe.
 */
final class LogLimit {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int perWindow;
  private final Map<String, Integer> logged = new HashMap<>();
  private Instant windowEnd = Instant.MIN;

  LogLimit(int perWindow) {
    this.perWindow = perWindow;
  }

  /** Whether a line about this subject may be written now. */
  synchronized boolean allows(String subject, Instant now) {
    if (!now.isBefore(windowEnd)) {
      logged.clear();
      windowEnd = now.plus(WINDOW);
    }
    return logged.merge(subject, 1, Integer::sum) <= perWindow;
  }
}
