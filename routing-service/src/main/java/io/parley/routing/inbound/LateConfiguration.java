package io.parley.routing.inbound;

import io.parley.platform.configuration.ConfigurationView;
import io.parley.platform.messaging.Availability;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Ingress may have taken up a new address a moment before this instance has read of it, and at a
 * start messages may come before the configuration has been read at all; such a message must not
 * become a dead letter. A change reaches every instance within a second.
 */
@ApplicationScoped
class LateConfiguration {

  private static final Duration STEP = Duration.ofMillis(50);
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final ConfigurationView view;
  private final Supplier<Set<UUID>> known;
  private final Clock clock;
  private volatile boolean running = true;

  LateConfiguration(ConfigurationView view, Clock clock) {
    this.view = view;
    this.known = view.derived(Workstreams::addresses);
    this.clock = clock;
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
  }

  /**
   * Returns when a workstream has taken up this address, or when that can no longer be expected.
   * The grace counts from the message on, so that a backlog of messages to an unknown address does
   * not wait again for each.
   */
  void await(UUID channelAddressId, Instant receivedAt) {
    Instant end = receivedAt.plus(GRACE);
    while (running
        && !known.get().contains(channelAddressId)
        && (!view.isComplete() || clock.instant().isBefore(end))) {
      Availability.pause(STEP);
    }
  }
}
