package io.parley.admin.workstream;

import io.parley.events.Channel;
import io.parley.events.Presence;
import io.parley.events.configuration.Workstream.ChannelInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A workstream as callers see it.
 *
 * @param id stable id
 * @param name what administrators call it
 * @param channel the one channel it serves
 * @param channelInstances the addresses it has taken up
 * @param fallbackQueueId where its conversations wait when no rule says otherwise
 * @param allowedPresences an agent must be in one of these to be offered a conversation
 * @param capacityUnits what one conversation costs an agent
 * @param autoCloseAfterInactivity how long a waiting conversation is kept
 * @param offerTimeout how long an agent has to accept
 * @param version its ETag
 * @param createdAt when it was created
 * @param changedAt when it was last changed
 */
@Schema(name = "Workstream")
record WorkstreamView(
    UUID id,
    String name,
    Channel channel,
    List<ChannelInstance> channelInstances,
    UUID fallbackQueueId,
    List<Presence> allowedPresences,
    int capacityUnits,
    Duration autoCloseAfterInactivity,
    Duration offerTimeout,
    long version,
    Instant createdAt,
    Instant changedAt) {

  static WorkstreamView of(WorkstreamRow row) {
    return new WorkstreamView(
        row.id(),
        row.name(),
        row.channel(),
        row.channelInstances(),
        row.fallbackQueueId(),
        row.allowedPresences().stream().sorted().toList(),
        row.capacityUnits(),
        row.autoCloseAfterInactivity(),
        row.offerTimeout(),
        row.version(),
        row.createdAt(),
        row.changedAt());
  }
}
