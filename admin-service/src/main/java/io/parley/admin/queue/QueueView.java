package io.parley.admin.queue;

import io.parley.events.configuration.Queue.AssignmentMethod;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A queue as callers see it.
 *
 * @param id stable id
 * @param name what administrators call it
 * @param priority the smaller number is served first
 * @param assignmentMethod how an agent is chosen
 * @param members ids of the agents
 * @param version its ETag
 * @param createdAt when it was created
 * @param changedAt when it was last changed
 */
@Schema(name = "Queue")
record QueueView(
    UUID id,
    String name,
    int priority,
    AssignmentMethod assignmentMethod,
    Set<UUID> members,
    long version,
    Instant createdAt,
    Instant changedAt) {

  static QueueView of(QueueRow row) {
    return new QueueView(
        row.id(),
        row.name(),
        row.priority(),
        row.assignmentMethod(),
        row.members(),
        row.version(),
        row.createdAt(),
        row.changedAt());
  }
}
