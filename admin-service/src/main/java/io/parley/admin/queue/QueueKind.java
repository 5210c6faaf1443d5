package io.parley.admin.queue;

import io.parley.admin.access.Sight;
import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.configuration.ReferencePath;
import io.parley.admin.rule.QueueRules;
import io.parley.admin.rule.RuleChecks;
import io.parley.admin.validation.Durations;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.Queue;
import io.parley.events.configuration.Queue.AssignmentMethod;
import io.parley.events.configuration.Queue.CustomAssignment;
import io.parley.events.configuration.User;
import io.parley.events.configuration.User.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rules of queues (domain/distribution.md §1). An agent sees his or her own. */
@ApplicationScoped
class QueueKind implements ObjectKind<Queue> {

  private static final String CUSTOM = "/customAssignment";
  private static final Durations THRESHOLD =
      new Durations(Duration.ofSeconds(1), Duration.ofDays(7));

  private final RuleChecks checks;
  private final QueueRules rules;

  QueueKind(RuleChecks checks, QueueRules rules) {
    this.checks = checks;
    this.rules = rules;
  }

  @Override
  public Kind kind() {
    return Kind.QUEUE;
  }

  @Override
  public Class<Queue> type() {
    return Queue.class;
  }

  @Override
  public String name(Queue definition) {
    return definition.name();
  }

  @Override
  public List<ReferencePath> references() {
    return List.of(
        new ReferencePath("/operatingHoursId", Kind.OPERATING_HOURS),
        new ReferencePath("/beforeQueueing/*/action/queueId", Kind.QUEUE),
        new ReferencePath("/whileQueued/*/action/queueId", Kind.QUEUE),
        new ReferencePath(
            "/customAssignment/rulesets/*/rules/*/agents/*/skillTypeId", Kind.SKILL_TYPE),
        new ReferencePath(
            "/customAssignment/rulesets/*/rules/*/orderBy/*/skillTypeId", Kind.SKILL_TYPE),
        new ReferencePath("/members/*", Kind.USER));
  }

  @Override
  public Queue check(Queue given, Candidate<Queue> candidate) {
    Findings findings = candidate.findings();
    QueueOverflow overflow = new QueueOverflow(given, candidate.all());
    overflow.check(findings);
    checkAssignment(given, candidate.all(), findings);
    if (given.serviceLevel() != null) {
      THRESHOLD.require("/serviceLevel", given.serviceLevel(), findings);
    }
    if (given.shortAbandon() != null) {
      THRESHOLD.require("/shortAbandon", given.shortAbandon(), findings);
    }
    checkMembers(given, candidate.all(), findings);
    return new Queue(
        given.id(),
        given.name(),
        given.description(),
        given.priority(),
        given.assignmentMethod(),
        given.operatingHoursId(),
        overflow.beforeQueueing(),
        given.whileQueued(),
        given.customAssignment(),
        given.serviceLevel(),
        given.shortAbandon(),
        given.members());
  }

  private void checkAssignment(Queue given, ConfiguredObjects all, Findings findings) {
    CustomAssignment assignment = given.customAssignment();
    boolean custom = given.assignmentMethod() == AssignmentMethod.CUSTOM;
    if (assignment == null) {
      if (custom) {
        findings.add(CUSTOM, "is needed by the assignment method CUSTOM");
      }
      return;
    }
    if (!custom) {
      findings.add(CUSTOM, "is only for the assignment method CUSTOM");
    } else if (assignment.rulesets().isEmpty()) {
      findings.add(CUSTOM + "/rulesets", "at least one ruleset is needed");
    }
    RuleChecks.add(
        rules.findings(assignment, checks.ofQueues(RuleChecks.variables(all)), CUSTOM), findings);
  }

  private static void checkMembers(Queue given, ConfiguredObjects all, Findings findings) {
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < given.members().size(); i++) {
      UUID member = given.members().get(i);
      User user = all.definition(member, User.class).orElseThrow();
      if (!user.roles().contains(Role.AGENT)) {
        findings.add("/members/" + i, "must be a user with the role AGENT");
      } else if (!seen.add(member)) {
        findings.add("/members/" + i, "stands in the list twice");
      }
    }
  }

  @Override
  public Access access() {
    return Access.ALL_LOOK.withSupervisorFields("members");
  }

  @Override
  public boolean isVisible(Entry<Queue> entry, Sight sight, ConfiguredObjects all) {
    return sight.seesEverything() || entry.definition().members().contains(sight.user());
  }
}
