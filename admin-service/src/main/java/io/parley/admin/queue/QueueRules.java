package io.parley.admin.queue;

import io.parley.admin.configuration.Dependant;
import io.parley.admin.configuration.ObjectRules;
import io.parley.admin.configuration.References;
import io.parley.admin.user.UserRow;
import io.parley.admin.user.Users;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.events.configuration.Queue;
import io.parley.events.configuration.User.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of queues (domain/distribution.md §1). */
@ApplicationScoped
class QueueRules implements ObjectRules<QueueInput, QueueRow> {

  private final Queues queues;
  private final Users users;
  private final References references;

  QueueRules(Queues queues, Users users, References references) {
    this.queues = queues;
    this.users = users;
    this.references = references;
  }

  @Override
  public ConfigurationObject.Kind kind() {
    return ConfigurationObject.Kind.QUEUE;
  }

  @Override
  public Queues repository() {
    return queues;
  }

  @Override
  public String entityName() {
    return "QueueRow";
  }

  @Override
  public QueueRow emptyRow() {
    return new QueueRow();
  }

  @Override
  public Uni<Void> check(QueueInput input, UUID id, @Nullable QueueRow present, Findings findings) {
    return users
        .withIds(input.members())
        .invoke(found -> requireAgents(input, found, findings))
        .replaceWithVoid();
  }

  @Override
  public void apply(QueueInput input, QueueRow row, Instant now) {
    row.set(input.priority(), input.assignmentMethod(), input.members());
  }

  @Override
  public Object described(QueueRow row) {
    return QueueView.of(row);
  }

  @Override
  public ConfigurationObject published(QueueRow row) {
    return new Queue(row.id(), row.name(), row.priority(), row.assignmentMethod(), row.members());
  }

  @Override
  public Uni<List<Dependant>> dependants(UUID id) {
    return references.find(
        ConfigurationObject.Kind.WORKSTREAM,
        "from WorkstreamRow o where o.fallbackQueueId = ?1 order by o.name",
        id);
  }

  private static void requireAgents(QueueInput input, List<UserRow> found, Findings findings) {
    Set<UUID> agents =
        found.stream()
            .filter(user -> user.roles().contains(Role.AGENT))
            .map(UserRow::id)
            .collect(Collectors.toSet());
    int index = 0;
    for (UUID member : input.members()) {
      if (!agents.contains(member)) {
        findings.add("/members/" + index, "must be the id of a user with the role AGENT");
      }
      index++;
    }
  }
}
