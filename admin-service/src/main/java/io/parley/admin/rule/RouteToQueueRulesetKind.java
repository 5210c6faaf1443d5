package io.parley.admin.rule;

import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.configuration.ReferencePath;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.OverflowAction;
import io.parley.events.configuration.OverflowRule;
import io.parley.events.configuration.RouteToQueueRuleset;
import io.parley.events.configuration.RoutingRule;
import io.parley.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The rules of route-to-queue rulesets (domain/workstreams-and-routing.md §5). */
@ApplicationScoped
class RouteToQueueRulesetKind implements ObjectKind<RouteToQueueRuleset> {

  private static final String WORKSTREAM = "/workstreamId";
  private static final String RULES = "/rules";

  private final RuleChecks checks;

  RouteToQueueRulesetKind(RuleChecks checks) {
    this.checks = checks;
  }

  @Override
  public Kind kind() {
    return Kind.ROUTE_TO_QUEUE_RULESET;
  }

  @Override
  public Class<RouteToQueueRuleset> type() {
    return RouteToQueueRuleset.class;
  }

  @Override
  public String name(RouteToQueueRuleset definition) {
    return definition.name();
  }

  @Override
  public Optional<UUID> scope(RouteToQueueRuleset definition) {
    return Optional.of(definition.workstreamId());
  }

  @Override
  public List<ReferencePath> references() {
    return List.of(
        new ReferencePath(WORKSTREAM, Kind.WORKSTREAM),
        new ReferencePath("/rules/*/queues/*/queueId", Kind.QUEUE),
        new ReferencePath("/rules/*/queues/*/overflow/*/action/queueId", Kind.QUEUE));
  }

  @Override
  public RouteToQueueRuleset check(
      RouteToQueueRuleset given, Candidate<RouteToQueueRuleset> candidate) {
    Findings findings = candidate.findings();
    candidate
        .before()
        .filter(before -> !before.definition().workstreamId().equals(given.workstreamId()))
        .ifPresent(before -> findings.add(WORKSTREAM, "cannot be changed: create another ruleset"));
    candidate.all().definitions(Kind.ROUTE_TO_QUEUE_RULESET, RouteToQueueRuleset.class).stream()
        .filter(other -> other.workstreamId().equals(given.workstreamId()))
        .filter(other -> !other.id().equals(given.id()))
        .forEach(
            other ->
                findings.add(
                    ProblemType.ALREADY_EXISTS,
                    WORKSTREAM,
                    "the workstream has the ruleset " + other.name() + " already"));
    checks
        .ofWorkstream(given.workstreamId(), candidate.all())
        .ifPresent(check -> RuleChecks.add(check.routing(given.rules(), RULES), findings));
    for (int i = 0; i < given.rules().size(); i++) {
      requireOtherQueues(given.rules().get(i), RULES + "/" + i + "/queues/", findings);
    }
    return given;
  }

  private static void requireOtherQueues(RoutingRule rule, String pointer, Findings findings) {
    for (int i = 0; i < rule.queues().size(); i++) {
      RoutingRule.Target target = rule.queues().get(i);
      List<OverflowRule> overflow = Objects.requireNonNullElse(target.overflow(), List.of());
      for (int k = 0; k < overflow.size(); k++) {
        if (overflow.get(k).action() instanceof OverflowAction.Transfer transfer
            && transfer.queueId().equals(target.queueId())) {
          findings.add(pointer + i + "/overflow/" + k + "/action/queueId", "must be another queue");
        }
      }
    }
  }
}
