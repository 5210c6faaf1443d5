package io.parley.events.configuration;

import io.parley.events.Channel;
import io.parley.events.Presence;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How the conversations of one channel are routed and handled (domain/workstreams-and-routing.md
 * §1).
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param channel the one channel it serves
 * @param channelInstances the addresses it has taken up
 * @param fallbackQueueId where its conversations wait when no rule says otherwise
 * @param allowedPresences an agent must be in one of these to be offered a conversation
 * @param capacityUnits what one conversation costs an agent, 0 or more
 * @param autoCloseAfterInactivity how long a waiting conversation is kept
 * @param offerTimeout how long an agent has to accept
 */
public record Workstream(
    UUID id,
    String name,
    Channel channel,
    List<ChannelInstance> channelInstances,
    UUID fallbackQueueId,
    Set<Presence> allowedPresences,
    int capacityUnits,
    Duration autoCloseAfterInactivity,
    Duration offerTimeout)
    implements ConfigurationObject {

  /**
   * An address that a workstream has taken up.
   *
   * @param channelAddressId the address
   * @param language default language of texts, BCP 47
   */
  public record ChannelInstance(UUID channelAddressId, String language) {}

  public Workstream {
    channelInstances = List.copyOf(channelInstances);
    allowedPresences = Set.copyOf(allowedPresences);
  }

  @Override
  public Kind kind() {
    return Kind.WORKSTREAM;
  }
}
