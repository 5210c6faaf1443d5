package io.parley.platform.condition;

import io.parley.events.configuration.OverflowAction;
import io.parley.events.configuration.OverflowCondition;
import io.parley.events.configuration.OverflowCondition.OutOfHours;
import io.parley.events.configuration.OverflowCondition.WaitingItems;
import io.parley.events.configuration.OverflowCondition.WaitingTime;
import io.parley.events.configuration.OverflowRule;
import java.util.List;

/**
 * Checks the overflow of a queue or of a routing rule (domain/distribution.md §2, messaging).
 * Cycles of transfers span several queues and are not its business.
 */
public final class OverflowCheck {

  private static final int MOST = 10;

  private OverflowCheck() {}

  /** Checks what is done with conversations that are about to enter the queue. */
  public static List<RuleFinding> beforeQueueing(List<OverflowRule> rules, String pointer) {
    List<RuleFinding> findings = Listed.atMost(MOST, rules, pointer, "overflow rules");
    findings.addAll(
        Listed.unique(rules, rule -> rule.condition().getClass(), pointer, "/condition"));
    Listed.each(rules, pointer, (rule, place) -> beforeQueueing(rule.condition(), place))
        .forEach(findings::add);
    return findings;
  }

  /** Checks what is done with conversations that wait too long in the queue. */
  public static List<RuleFinding> whileQueued(List<OverflowRule> rules, String pointer) {
    List<RuleFinding> findings = Listed.atMost(MOST, rules, pointer, "overflow rules");
    findings.addAll(Listed.unique(rules, OverflowRule::condition, pointer, "/condition"));
    Listed.each(rules, pointer, (rule, place) -> whileQueued(rule.condition(), place))
        .forEach(findings::add);
    Listed.each(rules, pointer, (rule, place) -> whileQueued(rule.action(), place))
        .forEach(findings::add);
    return findings;
  }

  private static List<RuleFinding> beforeQueueing(OverflowCondition condition, String pointer) {
    return switch (condition) {
      case OutOfHours closed -> List.of();
      case WaitingItems items
          when items.limit() < WaitingItems.MIN || items.limit() > WaitingItems.MAX ->
          List.of(
              new RuleFinding(
                  pointer + "/condition/limit",
                  "the limit is from " + WaitingItems.MIN + " to " + WaitingItems.MAX));
      case WaitingItems items -> List.of();
      case WaitingTime time ->
          List.of(new RuleFinding(pointer + "/condition", "is for conversations in the queue"));
    };
  }

  private static List<RuleFinding> whileQueued(OverflowCondition condition, String pointer) {
    return switch (condition) {
      case WaitingTime time
          when time.longerThan().compareTo(WaitingTime.MIN) < 0
              || time.longerThan().compareTo(WaitingTime.MAX) > 0 ->
          List.of(
              new RuleFinding(
                  pointer + "/condition/longerThan", "the time is from one minute to two days"));
      case WaitingTime time -> List.of();
      case OutOfHours closed -> List.of(onlyBefore(pointer + "/condition"));
      case WaitingItems items -> List.of(onlyBefore(pointer + "/condition"));
    };
  }

  private static List<RuleFinding> whileQueued(OverflowAction action, String pointer) {
    return switch (action) {
      case OverflowAction.End end -> List.of();
      case OverflowAction.Transfer transfer -> List.of();
      case OverflowAction.AssignAnyway anyway -> List.of(onlyBefore(pointer + "/action"));
    };
  }

  private static RuleFinding onlyBefore(String pointer) {
    return new RuleFinding(pointer, "is only for conversations that are about to enter the queue");
  }
}
