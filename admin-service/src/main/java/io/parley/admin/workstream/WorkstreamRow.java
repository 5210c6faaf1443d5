package io.parley.admin.workstream;

import io.parley.admin.configuration.StoredObject;
import io.parley.events.Channel;
import io.parley.events.Presence;
import io.parley.events.configuration.Workstream.ChannelInstance;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A workstream as a row, with its channel instances. */
@Entity
@Table(name = "workstream")
public class WorkstreamRow extends StoredObject {

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private UUID fallbackQueueId;

  @Convert(converter = PresenceSetConverter.class)
  private Set<Presence> allowedPresences;

  private int capacityUnits;
  private long autoCloseAfterSeconds;
  private long offerTimeoutSeconds;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "channel_instance", joinColumns = @JoinColumn(name = "workstream_id"))
  private Set<StoredInstance> instances = new HashSet<>();

  Channel channel() {
    return channel;
  }

  UUID fallbackQueueId() {
    return fallbackQueueId;
  }

  Set<Presence> allowedPresences() {
    return allowedPresences;
  }

  int capacityUnits() {
    return capacityUnits;
  }

  Duration autoCloseAfterInactivity() {
    return Duration.ofSeconds(autoCloseAfterSeconds);
  }

  Duration offerTimeout() {
    return Duration.ofSeconds(offerTimeoutSeconds);
  }

  List<ChannelInstance> channelInstances() {
    return instances.stream()
        .map(instance -> new ChannelInstance(instance.channelAddressId(), instance.language()))
        .sorted(Comparator.comparing(ChannelInstance::channelAddressId))
        .toList();
  }

  void set(WorkstreamInput input) {
    channel = input.channel();
    fallbackQueueId = input.fallbackQueueId();
    allowedPresences = input.allowedPresences();
    capacityUnits = input.capacityUnits();
    autoCloseAfterSeconds = input.autoCloseAfterInactivity().toSeconds();
    offerTimeoutSeconds = input.offerTimeout().toSeconds();
    Set<StoredInstance> wanted =
        input.channelInstances().stream()
            .map(i -> new StoredInstance(i.channelAddressId(), i.language()))
            .collect(Collectors.toSet());
    instances.retainAll(wanted);
    instances.addAll(wanted);
  }
}
