package io.parley.events.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.events.EmptyIfAbsent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One bucket of a queue's own order of work (domain/distribution.md §6.1).
 *
 * @param name unique within the ruleset, at most 100 characters
 * @param condition which conversations belong to the bucket; without one all that are left
 * @param orderBy order inside the bucket, at most {@value #MAX_ORDERS}; what is equal in all of
 *     them, or in none because there are none, is served first come, first served
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PrioritisationRule(
    String name, @Nullable RuleCondition condition, @EmptyIfAbsent List<ItemOrder> orderBy) {

  /** Most orders of one rule. */
  public static final int MAX_ORDERS = 5;

  /** Most rules of one ruleset. */
  public static final int MAX_RULES = 100;

  /** An attribute of the conversation and which of its values come first. */
  public record ItemOrder(String attribute, OrderDirection direction) {

    public ItemOrder {
      Objects.requireNonNull(attribute, "attribute is missing");
      Objects.requireNonNull(direction, "direction is missing");
    }
  }

  public PrioritisationRule {
    Objects.requireNonNull(name, "name is missing");
    orderBy = List.copyOf(Objects.requireNonNullElse(orderBy, List.of()));
  }
}
