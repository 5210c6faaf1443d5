package io.parley.events.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a workstream's route-to-queue ruleset (domain/workstreams-and-routing.md §5).
 *
 * @param name unique within the ruleset, at most 100 characters
 * @param condition when it applies; without one it always does
 * @param queues one to {@value #MAX_QUEUES}; their percentages total 100
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoutingRule(String name, @Nullable RuleCondition condition, List<Target> queues) {

  /** Most queues of one rule. */
  public static final int MAX_QUEUES = 5;

  /** Most rules of one workstream. */
  public static final int MAX_RULES = 200;

  /**
   * A queue that a rule leads to.
   *
   * @param queueId the queue
   * @param percentage its share of the conversations that match, 1–100; left out it is 100
   * @param overflow replaces the queue's own overflow before queueing (§5.3), where it is given; an
   *     empty list lets nothing overflow
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Target(
      UUID queueId, @Nullable Integer percentage, @Nullable List<OverflowRule> overflow) {

    public Target {
      Objects.requireNonNull(queueId, "queueId is missing");
      overflow = overflow == null ? null : List.copyOf(overflow);
    }

    /** Its share of the conversations that match, in per cent. */
    public int share() {
      return Objects.requireNonNullElse(percentage, 100);
    }
  }

  public RoutingRule {
    Objects.requireNonNull(name, "name is missing");
    queues = List.copyOf(queues);
  }
}
