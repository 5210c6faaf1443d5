package io.parley.routing.inbound;

import io.parley.events.configuration.ChannelInstance;
import io.parley.events.configuration.Workstream;
import io.parley.platform.configuration.ConfigurationSnapshot;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds the workstream that has taken up an address. Pure. */
final class Workstreams {

  private Workstreams() {}

  static Optional<Workstream> of(ConfigurationSnapshot configuration, UUID channelAddressId) {
    return configuration.all(ChannelInstance.class).stream()
        .filter(instance -> instance.channelAddressId().equals(channelAddressId))
        .findFirst()
        .flatMap(instance -> configuration.workstream(instance.workstreamId()));
  }

  /** Every address that a workstream has taken up. */
  static Set<UUID> addresses(ConfigurationSnapshot configuration) {
    return configuration.all(ChannelInstance.class).stream()
        .map(ChannelInstance::channelAddressId)
        .collect(Collectors.toUnmodifiableSet());
  }
}
