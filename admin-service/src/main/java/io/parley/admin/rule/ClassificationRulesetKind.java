package io.parley.admin.rule;

import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.configuration.ReferencePath;
import io.parley.admin.skill.Ratings;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ClassificationOutput;
import io.parley.events.configuration.ClassificationOutput.RequireSkill;
import io.parley.events.configuration.ClassificationRule;
import io.parley.events.configuration.ClassificationRuleset;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rules of classification rulesets (domain/workstreams-and-routing.md §3). */
@ApplicationScoped
class ClassificationRulesetKind implements ObjectKind<ClassificationRuleset> {

  private static final String WORKSTREAM = "/workstreamId";
  private static final String RULES = "/rules";

  private final RuleChecks checks;

  ClassificationRulesetKind(RuleChecks checks) {
    this.checks = checks;
  }

  @Override
  public Kind kind() {
    return Kind.CLASSIFICATION_RULESET;
  }

  @Override
  public Class<ClassificationRuleset> type() {
    return ClassificationRuleset.class;
  }

  @Override
  public String name(ClassificationRuleset definition) {
    return definition.name();
  }

  @Override
  public Optional<UUID> scope(ClassificationRuleset definition) {
    return Optional.of(definition.workstreamId());
  }

  @Override
  public List<ReferencePath> references() {
    return List.of(
        new ReferencePath(WORKSTREAM, Kind.WORKSTREAM),
        new ReferencePath("/rules/*/outputs/*/skillId", Kind.SKILL),
        new ReferencePath("/rules/*/outputs/*/capacityProfileId", Kind.CAPACITY_PROFILE));
  }

  @Override
  public ClassificationRuleset check(
      ClassificationRuleset given, Candidate<ClassificationRuleset> candidate) {
    Findings findings = candidate.findings();
    candidate
        .before()
        .filter(before -> !before.definition().workstreamId().equals(given.workstreamId()))
        .ifPresent(before -> findings.add(WORKSTREAM, "cannot be changed: create another ruleset"));
    requirePlace(given, candidate.all(), findings);
    checks
        .ofWorkstream(given.workstreamId(), candidate.all())
        .ifPresent(check -> RuleChecks.add(check.classification(given.rules(), RULES), findings));
    for (int i = 0; i < given.rules().size(); i++) {
      requireRatings(given.rules().get(i), RULES + "/" + i, candidate.all(), findings);
    }
    return given;
  }

  private static void requirePlace(
      ClassificationRuleset given, ConfiguredObjects all, Findings findings) {
    List<ClassificationRuleset> others =
        all.definitions(Kind.CLASSIFICATION_RULESET, ClassificationRuleset.class).stream()
            .filter(other -> other.workstreamId().equals(given.workstreamId()))
            .filter(other -> !other.id().equals(given.id()))
            .toList();
    if (others.size() >= ClassificationRule.MAX_RULESETS) {
      findings.add(
          WORKSTREAM, "a workstream has at most " + ClassificationRule.MAX_RULESETS + " rulesets");
    }
    others.stream()
        .filter(other -> other.position().equals(given.position()))
        .forEach(
            other ->
                findings.add(
                    ProblemType.ALREADY_EXISTS,
                    "/position",
                    "the ruleset " + other.name() + " of the same workstream has it already"));
  }

  private static void requireRatings(
      ClassificationRule rule, String pointer, ConfiguredObjects all, Findings findings) {
    for (int i = 0; i < rule.outputs().size(); i++) {
      ClassificationOutput output = rule.outputs().get(i);
      if (output instanceof RequireSkill required) {
        Ratings.require(
            pointer + "/outputs/" + i + "/rating",
            required.skillId(),
            required.rating(),
            all,
            findings);
      }
    }
  }
}
