package io.parley.testing;

import io.parley.events.ConfigurationChanged;
import io.parley.events.Event;
import io.parley.events.TraceParent;
import io.parley.events.configuration.ConfigurationObject;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Plays admin-service: puts configuration on the compacted topic. */
public final class ConfigurationTopic {

  private static final AtomicLong VERSION = new AtomicLong();
  private static final Random RANDOM = new Random(7);

  private ConfigurationTopic() {}

  /**
   * Puts objects into force, in the order given.
   *
   * @return the version of the last one
   */
  public static long publish(ConfigurationObject... objects) {
    for (ConfigurationObject object : objects) {
      send(new ConfigurationChanged(object.kind(), object.id(), VERSION.incrementAndGet(), object));
    }
    return VERSION.get();
  }

  /** Takes an object out of force. */
  public static long delete(ConfigurationObject.Kind kind, UUID id) {
    send(new ConfigurationChanged(kind, id, VERSION.incrementAndGet(), null));
    return VERSION.get();
  }

  private static void send(ConfigurationChanged change) {
    String key = change.kind() + "/" + change.id();
    TestKafka.send(
        new Event<>(
            key + "/" + change.version(),
            "/parley/admin",
            key,
            Instant.now(),
            TraceParent.begin(RANDOM),
            key,
            change));
  }
}
