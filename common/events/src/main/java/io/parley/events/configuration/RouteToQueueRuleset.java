package io.parley.events.configuration;

import io.parley.events.Defaulted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rules that say in which queue a conversation waits (domain/workstreams-and-routing.md §5): the
 * first that matches and whose queue does not overflow. A workstream has one at most.
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param description for administrators, at most 2,000 characters
 * @param workstreamId whose conversations it routes; fixed once created
 * @param rules in order, at most 200
 */
public record RouteToQueueRuleset(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description,
    @NotNull UUID workstreamId,
    @Defaulted List<@NotNull RoutingRule> rules)
    implements ConfigurationObject {

  public RouteToQueueRuleset {
    rules = Copies.list(rules);
  }

  @Override
  public Kind kind() {
    return Kind.ROUTE_TO_QUEUE_RULESET;
  }
}
