package io.parley.routing.desk;

import io.parley.events.Presence;
import io.parley.events.configuration.Queue;
import io.parley.events.configuration.User;
import io.parley.platform.configuration.ConfigurationSnapshot;
import io.parley.routing.agent.AgentRow;
import java.util.List;
import java.util.UUID;

/**
 * The calling agent.
 *
 * @param version to be sent as {@code If-Match} when the presence is set
 * @param presence base presence
 * @param capacity units the agent has
 * @param load units taken, offers included
 * @param queues the queues the agent belongs to
 */
record AgentView(
    UUID id,
    long version,
    String name,
    Presence presence,
    int capacity,
    int load,
    List<QueueView> queues) {

  /** A queue by id and name. */
  record QueueView(UUID id, String name) {}

  static AgentView of(AgentRow agent, ConfigurationSnapshot configuration) {
    return new AgentView(
        agent.id(),
        agent.version(),
        configuration.user(agent.id()).map(User::name).orElse(""),
        agent.presence(),
        agent.capacity(),
        agent.load(),
        configuration.all(Queue.class).stream()
            .filter(queue -> queue.members().contains(agent.id()))
            .map(queue -> new QueueView(queue.id(), queue.name()))
            .sorted(java.util.Comparator.comparing(QueueView::name))
            .toList());
  }
}
