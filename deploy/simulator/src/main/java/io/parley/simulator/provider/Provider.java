package io.parley.simulator.provider;

import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Request;
import java.util.Optional;

/** A simulated provider. Called by many threads at the same time. */
public interface Provider {

  /** Short name in lower case, as it stands in records and fault rules. */
  String name();

  /** Whether this request is for this provider's public API; decided by the path. */
  boolean serves(Request request);

  Answer answer(Request request);

  /** Whether the body carries credentials and must not be recorded. */
  default boolean carriesSecrets(Request request) {
    return false;
  }

  /**
   * The provider's own part of the control API, such as its accounts.
   *
   * @return empty if the path means nothing to this provider
   * @throws InvalidFieldException if the document is not valid
   */
  Optional<Answer> control(Request request);

  /** Forgets everything, settings included. */
  void reset();
}
