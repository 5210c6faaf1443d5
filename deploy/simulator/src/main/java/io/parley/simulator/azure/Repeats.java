package io.parley.simulator.azure;

import io.parley.simulator.provider.Bounded;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Remembers recipients by their repeatability ids (azure-communication-services.md §2). */
final class Repeats {

  /** What was answered for a recipient. */
  record Answered(String firstSent, String to, Map<String, Object> item, Instant at) {
    boolean isFor(String aFirstSent, String aRecipient) {
      return firstSent.equals(aFirstSent) && to.equals(aRecipient);
    }
  }

  private static final int MOST = 20_000;

  private final Bounded<String, Answered> answered = new Bounded<>(MOST);

  /**
   * Remembers an answer unless there is one under this id already.
   *
   * @return the earlier answer, or this one
   */
  synchronized Answered first(Account account, String requestId, Answered answer) {
    Duration kept = Duration.ofSeconds(account.settings().repeatabilitySeconds());
    String key = account.id() + " " + requestId;
    Optional<Answered> known =
        answered.get(key).filter(earlier -> earlier.at().plus(kept).isAfter(answer.at()));
    if (known.isEmpty()) {
      answered.put(key, answer);
    }
    return known.orElse(answer);
  }

  void clear() {
    answered.clear();
  }
}
