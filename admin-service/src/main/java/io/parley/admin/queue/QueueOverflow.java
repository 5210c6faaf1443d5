package io.parley.admin.queue;

import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.admin.rule.RuleChecks;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.OverflowAction;
import io.parley.events.configuration.OverflowCondition.OutOfHours;
import io.parley.events.configuration.OverflowRule;
import io.parley.events.configuration.Queue;
import io.parley.platform.condition.OverflowCheck;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What becomes of conversations that a queue does not take or keep (domain/distribution.md §2). */
final class QueueOverflow {

  private static final String BEFORE = "/beforeQueueing";
  private static final String WHILE = "/whileQueued";

  private final Queue queue;
  private final ConfiguredObjects all;

  QueueOverflow(Queue queue, ConfiguredObjects all) {
    this.queue = queue;
    this.all = all;
  }

  void check(Findings findings) {
    RuleChecks.add(OverflowCheck.beforeQueueing(queue.beforeQueueing(), BEFORE), findings);
    RuleChecks.add(OverflowCheck.whileQueued(queue.whileQueued(), WHILE), findings);
    if (queue.operatingHoursId() == null && saysOutOfHours()) {
      findings.add("/operatingHoursId", "is needed by the condition OUT_OF_HOURS");
    }
    requireNoWayBack(queue.beforeQueueing(), BEFORE, findings);
    requireNoWayBack(queue.whileQueued(), WHILE, findings);
  }

  /** With operating hours there is always something that happens outside them. */
  List<OverflowRule> beforeQueueing() {
    if (queue.operatingHoursId() == null || saysOutOfHours()) {
      return queue.beforeQueueing();
    }
    List<OverflowRule> rules = new ArrayList<>();
    rules.add(new OverflowRule(new OutOfHours(), new OverflowAction.AssignAnyway()));
    rules.addAll(queue.beforeQueueing());
    return rules;
  }

  private boolean saysOutOfHours() {
    return queue.beforeQueueing().stream().anyMatch(rule -> rule.condition() instanceof OutOfHours);
  }

  private void requireNoWayBack(List<OverflowRule> rules, String pointer, Findings findings) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).action() instanceof OverflowAction.Transfer transfer
          && leadsBack(transfer.queueId())) {
        findings.add(
            pointer + "/" + i + "/action/queueId",
            "leads back to this queue: conversations would go round in circles");
      }
    }
  }

  private boolean leadsBack(UUID next) {
    Set<UUID> seen = new HashSet<>();
    Deque<UUID> ahead = new ArrayDeque<>(List.of(next));
    while (!ahead.isEmpty()) {
      UUID id = ahead.remove();
      if (id.equals(queue.id())) {
        return true;
      }
      if (seen.add(id)) {
        all.definition(id, Queue.class).stream()
            .flatMap(QueueOverflow::transfers)
            .forEach(ahead::add);
      }
    }
    return false;
  }

  private static Stream<UUID> transfers(Queue queue) {
    return Stream.concat(queue.beforeQueueing().stream(), queue.whileQueued().stream())
        .map(OverflowRule::action)
        .filter(OverflowAction.Transfer.class::isInstance)
        .map(action -> ((OverflowAction.Transfer) action).queueId());
  }
}
