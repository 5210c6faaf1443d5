package io.parley.events.configuration;

import io.parley.events.Defaulted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rules of which the first that matches says more about a conversation
 * (domain/workstreams-and-routing.md §3). The rulesets of a workstream run in the order of their
 * positions, at most 10.
 *
 * @param id stable id
 * @param name at most 100 characters, used once in the workstream
 * @param description for administrators, at most 2,000 characters
 * @param workstreamId whose conversations it classifies; fixed once created
 * @param position the smaller number runs first; used once in the workstream
 * @param rules in order, at most 100
 */
public record ClassificationRuleset(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description,
    @NotNull UUID workstreamId,
    @NotNull @Min(1) @Max(1_000) Integer position,
    @Defaulted List<@NotNull ClassificationRule> rules)
    implements ConfigurationObject {

  public ClassificationRuleset {
    rules = Copies.list(rules);
  }

  @Override
  public Kind kind() {
    return Kind.CLASSIFICATION_RULESET;
  }
}
