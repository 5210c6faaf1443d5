package io.parley.admin.maskingrule;

import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.DataMaskingRule;
import io.parley.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The rules of data-masking rules (domain/channels-and-accounts.md §11). Those that are built in
 * keep their names and stay; they can be changed and switched on and off.
 */
@ApplicationScoped
class DataMaskingRuleKind implements ObjectKind<DataMaskingRule> {

  private static final int MOST = 10;

  @Override
  public Kind kind() {
    return Kind.DATA_MASKING_RULE;
  }

  @Override
  public Class<DataMaskingRule> type() {
    return DataMaskingRule.class;
  }

  @Override
  public String name(DataMaskingRule definition) {
    return definition.name();
  }

  @Override
  public DataMaskingRule check(DataMaskingRule given, Candidate<DataMaskingRule> candidate) {
    MaskingExpression.problem(given.expression())
        .ifPresent(problem -> candidate.findings().add("/expression", problem));
    candidate
        .before()
        .map(Entry::name)
        .filter(before -> BuiltInRule.isName(before) && !before.equals(given.name()))
        .ifPresent(
            before -> candidate.findings().add("/name", "cannot be changed: the rule is built in"));
    long others =
        candidate.all().all(Kind.DATA_MASKING_RULE).stream()
            .filter(entry -> !entry.id().equals(candidate.id()))
            .count();
    if (others >= MOST) {
      candidate
          .findings()
          .add(ProblemType.STATE_CONFLICT, "", "There are " + MOST + " rules, and no more can be.");
    }
    return given;
  }

  @Override
  public void checkDeletion(
      Entry<DataMaskingRule> entry, ConfiguredObjects after, Findings findings) {
    if (BuiltInRule.isName(entry.name())) {
      findings.add(ProblemType.STATE_CONFLICT, "", "The rule is built in: switch it off instead.");
    }
  }
}
