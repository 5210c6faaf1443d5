package io.parley.events.configuration;

import java.util.Objects;

/**
 * One pair of overflow condition and action, of a queue or of a routing rule
 * (domain/distribution.md §2).
 */
public record OverflowRule(OverflowCondition condition, OverflowAction action) {

  public OverflowRule {
    Objects.requireNonNull(condition, "condition is missing");
    Objects.requireNonNull(action, "action is missing");
  }
}
