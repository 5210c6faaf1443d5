package io.parley.admin.queue;

import io.parley.admin.configuration.ObjectInput;
import io.parley.events.configuration.Queue.AssignmentMethod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A queue as an administrator sends it (domain/distribution.md §1).
 *
 * @param id chosen by the client, or absent
 * @param name what administrators call it
 * @param priority the smaller number is served first; 100 if left out
 * @param assignmentMethod how an agent is chosen; highest capacity if left out
 * @param members ids of users with the role agent
 */
@Schema(name = "QueueInput")
record QueueInput(
    @Nullable UUID id,
    @NotBlank @Size(max = 100) String name,
    @Min(0) @Max(1_000_000) Integer priority,
    AssignmentMethod assignmentMethod,
    @Size(max = 5_000) Set<@NotNull UUID> members)
    implements ObjectInput {

  private static final int DEFAULT_PRIORITY = 100;

  QueueInput {
    priority = Objects.requireNonNullElse(priority, DEFAULT_PRIORITY);
    assignmentMethod =
        Objects.requireNonNullElse(assignmentMethod, AssignmentMethod.HIGHEST_CAPACITY);
    members =
        members == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(members));
  }
}
