package io.parley.simulator.google;

import io.parley.simulator.provider.Bounded;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which conversation belongs to which agent, and when its customer wrote last. */
final class Conversations {

  private static final Duration WINDOW = Duration.ofDays(30);
  private static final Duration BETWEEN_SURVEYS = Duration.ofHours(24);
  private static final int MOST = 50_000;

  /**
   * One thread.
   *
   * @param account id of the agent's account
   */
  record Conversation(String account, Instant lastMessage, @Nullable Instant lastSurvey) {
    boolean isOpen(Instant now) {
      return now.isBefore(lastMessage.plus(WINDOW));
    }
  }

  private final Bounded<String, Conversation> conversations = new Bounded<>(MOST);

  void customerWrote(String id, String account, Instant now) {
    Instant survey = find(id).map(Conversation::lastSurvey).orElse(null);
    conversations.put(id, new Conversation(account, now, survey));
  }

  Optional<Conversation> find(String id) {
    return conversations.get(id);
  }

  /** Whether a survey may be sent now; if so it counts as sent. */
  synchronized boolean trySurvey(String id, Instant now) {
    Optional<Conversation> found = find(id);
    Instant last = found.map(Conversation::lastSurvey).orElse(null);
    if (found.isEmpty() || (last != null && now.isBefore(last.plus(BETWEEN_SURVEYS)))) {
      return false;
    }
    conversations.change(id, c -> new Conversation(c.account(), c.lastMessage(), now));
    return true;
  }

  void clear() {
    conversations.clear();
  }
}
