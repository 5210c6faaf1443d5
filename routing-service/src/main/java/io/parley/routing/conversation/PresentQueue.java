package io.parley.routing.conversation;

import io.parley.events.configuration.Workstream;
import io.parley.platform.configuration.ConfigurationSnapshot;
import java.util.UUID;

/** Says in which queue a conversation waits when its own may have been deleted. Pure. */
public final class PresentQueue {

  private PresentQueue() {}

  /**
   * Its own queue as long as that exists, else the present fallback queue of its workstream; its
   * own all the same when there is no such queue either.
   */
  public static UUID of(ConfigurationSnapshot configuration, Identity identity) {
    UUID own = identity.queueId();
    if (configuration.queue(own).isPresent()) {
      return own;
    }
    return configuration
        .workstream(identity.workstreamId())
        .map(Workstream::fallbackQueueId)
        .filter(fallback -> configuration.queue(fallback).isPresent())
        .orElse(own);
  }
}
