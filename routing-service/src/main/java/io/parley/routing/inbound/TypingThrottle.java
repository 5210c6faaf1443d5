package io.parley.routing.inbound;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the typing of customers from flooding agents: that one types is said again only after a
 * while, and that one has stopped only when it was said that one types. Remembers the customers who
 * typed last; forgetting one costs at most a signal too many. Thread-safe.
 */
final class TypingThrottle {

  private static final Duration RENEWAL = Duration.ofSeconds(3);
  private static final int MOST = 10_000;

  private final Map<Customer, Instant> typingSince =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Customer, Instant> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Whether the agent is to hear this.
   *
   * @param types whether the customer types, or has stopped
   */
  synchronized boolean admits(Customer customer, boolean types, Instant at) {
    if (!types) {
      return typingSince.remove(customer) != null;
    }
    Instant last = typingSince.get(customer);
    if (last != null && at.isBefore(last.plus(RENEWAL))) {
      return false;
    }
    typingSince.put(customer, at);
    return true;
  }
}
