package io.parley.admin.configuration;

import io.parley.admin.validation.Findings;
import io.parley.platform.problem.ProblemType;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Refuses what another object of the same kind has already. */
public final class UniqueValues {

  private UniqueValues() {}

  /**
   * Names stand for objects wherever people read or write configuration, so a name is used once, in
   * whatever case.
   *
   * @throws io.parley.platform.problem.ProblemException if another object has it
   */
  static Uni<Void> checkName(
      PanacheRepositoryBase<? extends StoredObject, UUID> repository, ObjectInput input, UUID id) {
    return check(
        repository.count("lower(name) = lower(?1) and id != ?2", input.name().strip(), id),
        "/name");
  }

  /**
   * Refuses a field whose value others have.
   *
   * @param others counts the other objects with this value
   * @param pointer the field
   */
  public static Uni<Void> check(Uni<Long> others, String pointer) {
    return others
        .invoke(
            count -> {
              if (count > 0) {
                Findings findings = Findings.none();
                findings.add(pointer, "another object has it already");
                findings.refuseAs(ProblemType.ALREADY_EXISTS);
              }
            })
        .replaceWithVoid();
  }
}
