package io.parley.admin.securityprofile;

import io.parley.admin.access.Sight;
import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.ObjectKind.Secrecy;
import io.parley.admin.configuration.SecretRights;
import io.parley.admin.validation.Findings;
import io.parley.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Lets secret fields be changed by those only who may. */
@ApplicationScoped
class GrantedRights implements SecretRights {

  @Override
  public void check(
      Entry<?> entry, Set<String> fields, Sight sight, ConfiguredObjects all, Findings findings) {
    if (fields.isEmpty() || entry.type().secrecy() != Secrecy.SECRETS) {
      return;
    }
    FieldRights rights = FieldRights.of(all);
    for (String field : fields) {
      if (!rights.mayUpdate(sight, SecuredField.of(entry, field))) {
        findings.add(
            ProblemType.FORBIDDEN,
            "/secrets" + Findings.step(field),
            "can be changed only by members of a field security profile that grants update");
      }
    }
  }
}
