package io.parley.admin.rule;

import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.configuration.ReferencePath;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.ContextVariable;
import io.parley.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rules of context variables (domain/workstreams-and-routing.md §2). */
@ApplicationScoped
class ContextVariableKind implements ObjectKind<ContextVariable> {

  private static final String FIXED = "cannot be changed: create another variable";

  private final RulesInForce rules;

  ContextVariableKind(RulesInForce rules) {
    this.rules = rules;
  }

  @Override
  public Kind kind() {
    return Kind.CONTEXT_VARIABLE;
  }

  @Override
  public Class<ContextVariable> type() {
    return ContextVariable.class;
  }

  @Override
  public String name(ContextVariable definition) {
    return definition.name();
  }

  @Override
  public Optional<UUID> scope(ContextVariable definition) {
    return Optional.of(definition.workstreamId());
  }

  @Override
  public List<ReferencePath> references() {
    return List.of(new ReferencePath("/workstreamId", Kind.WORKSTREAM));
  }

  @Override
  public ContextVariable check(ContextVariable given, Candidate<ContextVariable> candidate) {
    Findings findings = candidate.findings();
    candidate
        .before()
        .map(Entry::definition)
        .ifPresentOrElse(
            before -> requireSame(before, given, findings),
            () -> {
              List<ContextVariable> variables =
                  new ArrayList<>(RuleChecks.variables(candidate.all()));
              variables.add(given);
              rules
                  .faultsOfQueues(variables, candidate.all())
                  .forEach(
                      fault ->
                          findings.add(
                              ProblemType.IN_USE,
                              "/type",
                              "another workstream has a variable of this name and another type,"
                                  + " used by "
                                  + fault));
            });
    return given;
  }

  @Override
  public void checkDeletion(
      Entry<ContextVariable> entry, ConfiguredObjects after, Findings findings) {
    List<String> faults = new ArrayList<>();
    faults.addAll(rules.faultsOfRulesets(entry.definition().workstreamId(), after));
    faults.addAll(rules.faultsOfQueues(RuleChecks.variables(after), after));
    faults.forEach(
        fault ->
            findings.add(
                ProblemType.IN_USE, "", "context." + entry.name() + " is used by " + fault));
  }

  @Override
  public Access access() {
    return Access.ALL_LOOK;
  }

  private static void requireSame(
      ContextVariable before, ContextVariable given, Findings findings) {
    if (!before.workstreamId().equals(given.workstreamId())) {
      findings.add("/workstreamId", FIXED);
    }
    if (!before.name().equals(given.name())) {
      findings.add("/name", FIXED);
    }
    if (before.type() != given.type()) {
      findings.add("/type", FIXED);
    }
    if (!before.list().equals(given.list())) {
      findings.add("/list", FIXED);
    }
  }
}
