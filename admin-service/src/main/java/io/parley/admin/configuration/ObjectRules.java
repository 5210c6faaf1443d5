package io.parley.admin.configuration;

import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is particular to one kind of object. The methods that look into the database are called
 * inside the transaction of the change, which no other change can overlap; what they find stays
 * true until the commit.
 *
 * @param <I> what callers send
 * @param <E> the row
 */
public interface ObjectRules<I extends ObjectInput, E extends StoredObject> {

  /** What sort of object this is. */
  ConfigurationObject.Kind kind();

  /** The rows. */
  PanacheRepositoryBase<E, UUID> repository();

  /** The rows as HQL names them. */
  String entityName();

  /** An empty row. */
  E emptyRow();

  /**
   * Looks for what is wrong beyond the constraints on the fields, which hold already.
   *
   * @param input what was sent
   * @param id the object's id
   * @param present the object to be replaced; absent when it is created
   * @param findings takes what is wrong with the request
   */
  Uni<Void> check(I input, UUID id, @Nullable E present, Findings findings);

  /**
   * Makes sure that no other object has what only one may have; called when nothing is wrong with
   * the request itself.
   *
   * @throws io.parley.platform.problem.ProblemException if another object has it
   */
  default Uni<Void> checkUnique(I input, UUID id) {
    return UniqueValues.checkName(repository(), input, id);
  }

  /** Takes the input over into the row; id, name and version are taken over by the caller. */
  void apply(I input, E row, Instant now);

  /** The object as the audit keeps it: all of it, without secrets. */
  Object described(E row);

  /** The object as every service gets it. */
  ConfigurationObject published(E row);

  /** What would break if the object were deleted. */
  Uni<List<Dependant>> dependants(UUID id);

  /**
   * Looks for what speaks against the deletion although nothing depends on the object.
   *
   * @throws io.parley.platform.problem.ProblemException if something does
   */
  default Uni<Void> checkDeletion(E row) {
    return Uni.createFrom().voidItem();
  }
}
