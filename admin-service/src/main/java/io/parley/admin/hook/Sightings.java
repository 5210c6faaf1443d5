package io.parley.admin.hook;

import io.parley.events.WebhookObserved;
import io.parley.events.WebhookObserved.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The last calls that ingress has reported, by URL and outcome. Thread-safe. */
@ApplicationScoped
class Sightings {

  private final Map<String, WebhookObserved> newest = new ConcurrentHashMap<>();
  private volatile boolean complete;

  /** Instances of ingress report in no order among each other: the latest call counts. */
  void add(WebhookObserved call) {
    newest.merge(call.key(), call, (one, other) -> other.at().isBefore(one.at()) ? one : other);
  }

  /** Everything has been read that was reported before this instance started. */
  void completed() {
    complete = true;
  }

  /** Whether a call that is not known was not reported. */
  boolean isComplete() {
    return complete;
  }

  /** What is known of one URL. */
  Calls at(UUID accountId, Purpose purpose) {
    String key = accountId + "/" + purpose + "/";
    return new Calls(
        Optional.ofNullable(newest.get(key + "ACCEPTED")),
        Optional.ofNullable(newest.get(key + "REFUSED")));
  }

  /**
   * The last calls at one URL.
   *
   * @param accepted the last one that was accepted
   * @param refused the last one that was refused
   */
  record Calls(Optional<WebhookObserved> accepted, Optional<WebhookObserved> refused) {

    /** Whether there are none. */
    boolean isEmpty() {
      return accepted.isEmpty() && refused.isEmpty();
    }
  }
}
