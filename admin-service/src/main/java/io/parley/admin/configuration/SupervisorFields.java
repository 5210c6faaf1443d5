package io.parley.admin.configuration;

import io.parley.admin.access.Sight;
import io.parley.admin.validation.Findings;
import io.parley.platform.problem.ProblemType;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Lets those who may change only some fields change only these. Pure. */
final class SupervisorFields {

  private SupervisorFields() {}

  /**
   * Makes sure that somebody may make this change.
   *
   * @throws io.parley.platform.problem.ProblemException naming the fields that are for others
   */
  static void require(ObjectKind<?> kind, Entry<?> before, Entry<?> after, Sight sight) {
    if (sight.isOneOf(kind.access().writers())) {
      return;
    }
    Findings findings = Findings.none();
    Set<String> fields = new TreeSet<>();
    before.body().fieldNames().forEachRemaining(fields::add);
    after.body().fieldNames().forEachRemaining(fields::add);
    for (String field : fields) {
      if (!Objects.equals(before.body().get(field), after.body().get(field))
          && !kind.access().supervisorFields().contains(field)) {
        findings.add(
            ProblemType.FORBIDDEN, Findings.step(field), "can be changed by administrators only");
      }
    }
    if (!before.sealed().equals(after.sealed())) {
      findings.add(ProblemType.FORBIDDEN, "", "secrets can be changed by administrators only");
    }
    findings.refuseIfAny();
  }
}
