package io.parley.admin.securedfield;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.admin.access.Sight;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.Sealed;
import io.parley.admin.securityprofile.FieldRights;
import io.parley.admin.securityprofile.SecuredField;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be known of a secret field.
 *
 * @param field its name
 * @param set whether it has a value
 * @param setAt since when
 * @param previousAcceptedUntil until when the value before is accepted besides
 * @param mayRead whether the one who asks may see the value
 * @param mayUpdate whether the one who asks may set another one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SecretState(
    String field,
    boolean set,
    @Nullable Instant setAt,
    @Nullable Instant previousAcceptedUntil,
    boolean mayRead,
    boolean mayUpdate) {

  static SecretState of(Entry<?> entry, String field, FieldRights rights, Sight sight) {
    Optional<Sealed> sealed = Optional.ofNullable(entry.sealed().get(field));
    SecuredField secured = SecuredField.of(entry, field);
    return new SecretState(
        field,
        sealed.isPresent(),
        sealed.map(Sealed::setAt).orElse(null),
        sealed.map(Sealed::previousUntil).orElse(null),
        rights.mayRead(sight, secured),
        rights.mayUpdate(sight, secured));
  }
}
