package io.parley.routing.inbound;

import io.parley.platform.configuration.ConfigurationSnapshot;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Ingress may have taken up a new address a moment before this instance has read of it, and at a
 * start messages may come before the configuration has been read at all; such a message must not be
 * dropped. A change reaches every instance within a second.
 */
@ApplicationScoped
class LateConfiguration {

  private static final Duration STEP = Duration.ofMillis(50);
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final ConfigurationView view;
  private final Supplier<Set<UUID>> known;
  private final Clock clock;
  private volatile GivenUp givenUp = new GivenUp(ConfigurationSnapshot.EMPTY);
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
   * not wait again for each; and an address that was given up is not waited for again until the
   * configuration changes, so that whoever writes to it does not hold up everybody else.
   */
  void await(UUID channelAddressId, Instant receivedAt) {
    Instant end = receivedAt.plus(GRACE);
    while (running && !isDecided(channelAddressId, end)) {
      Availability.pause(STEP);
    }
  }

  private boolean isDecided(UUID channelAddressId, Instant end) {
    // Asked before the addresses: what is given up must not be what a change has just brought.
    GivenUp unknown = unknown(view.current());
    if (known.get().contains(channelAddressId) || unknown.addresses.contains(channelAddressId)) {
      return true;
    }
    if (!view.isComplete() || clock.instant().isBefore(end)) {
      return false;
    }
    unknown.addresses.add(channelAddressId);
    return true;
  }

  private GivenUp unknown(ConfigurationSnapshot snapshot) {
    GivenUp present = givenUp;
    if (present.of != snapshot) {
      present = new GivenUp(snapshot);
      givenUp = present;
    }
    return present;
  }

  /**
   * Addresses that no workstream had taken up in one configuration; ingress lets through no others.
   */
  private static final class GivenUp {

    private final ConfigurationSnapshot of;
    private final Set<UUID> addresses = ConcurrentHashMap.newKeySet();

    GivenUp(ConfigurationSnapshot of) {
      this.of = of;
    }
  }
}
