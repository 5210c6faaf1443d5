package io.parley.simulator.provider;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.http.Answer;

/** How a provider words the errors that a fault script asks for. */
public interface ErrorForm {

  /** 429 without {@code Retry-After}. */
  Answer.Reply tooManyRequests();

  /**
   * The provider's own body of a server error.
   *
   * @param status 500 to 599
   */
  Answer.Reply serverError(int status);

  /** A refusal with the rule's code; the usual status and text of the code where none is given. */
  Answer.Reply refused(Fault.Refuse fault);
}
