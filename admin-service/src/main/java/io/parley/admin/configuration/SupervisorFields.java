package io.parley.admin.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
  static void require(
      ObjectKind<?> kind, ObjectNode before, ObjectNode after, boolean secrets, Sight sight) {
    if (sight.isOneOf(kind.access().writers())) {
      return;
    }
    Findings findings = Findings.none();
    Set<String> fields = new TreeSet<>();
    before.fieldNames().forEachRemaining(fields::add);
    after.fieldNames().forEachRemaining(fields::add);
    for (String field : fields) {
      if (!Objects.equals(before.get(field), after.get(field))
          && !kind.access().supervisorFields().contains(field)) {
        findings.add(
            ProblemType.FORBIDDEN, Findings.step(field), "can be changed by administrators only");
      }
    }
    if (secrets) {
      findings.add(ProblemType.FORBIDDEN, "", "secrets can be changed by administrators only");
    }
    findings.refuseIfAny();
  }
}
