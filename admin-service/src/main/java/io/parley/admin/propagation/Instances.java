package io.parley.admin.propagation;

import io.parley.events.ConfigurationApplied;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What the instances of the services have told, and when they were last heard of. Thread-safe. */
final class Instances {

  /** Three signs of life have been missed. */
  static final Duration SILENT_AFTER = Duration.ofSeconds(30);

  /** Whoever has been silent for so long is gone. */
  static final Duration GONE_AFTER = Duration.ofMinutes(10);

  /**
   * An instance.
   *
   * @param applied what it told last
   * @param heardAt when
   */
  record Heard(ConfigurationApplied applied, Instant heardAt) {

    boolean isSilent(Instant now) {
      return heardAt.plus(SILENT_AFTER).isBefore(now);
    }
  }

  private final Map<String, Heard> byKey = new ConcurrentSkipListMap<>();

  void heard(String key, ConfigurationApplied applied, Instant at) {
    byKey.put(key, new Heard(applied, at));
  }

  void ended(String key) {
    byKey.remove(key);
  }

  void forgetAll() {
    byKey.clear();
  }

  void forgetGone(Instant now) {
    byKey.values().removeIf(heard -> heard.heardAt().plus(GONE_AFTER).isBefore(now));
  }

  List<Heard> all() {
    return List.copyOf(byKey.values());
  }

  /**
   * Whether every instance decides by this version or a newer one. One that is silent may still be
   * at work, cut off from Kafka, so it counts until it is gone; where nobody was heard of, nothing
   * is known to be in force.
   */
  boolean haveInForce(long version) {
    Collection<Heard> present = byKey.values();
    return !present.isEmpty()
        && present.stream().allMatch(heard -> heard.applied().version() >= version);
  }
}
