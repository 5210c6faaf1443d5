package io.parley.channels.secrets;

import java.util.UUID;

/**
 * An account cannot be used because one of its secrets is a reference that leads to nothing, here
 * and now. The message names the reference and never what it leads to.
 */
public final class UnresolvedSecretException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String reason;

  UnresolvedSecretException(UUID accountId, String field, String reason) {
    super("secret " + field + " of account " + accountId + ": " + reason);
    this.field = field;
    this.reason = reason;
  }

  /** The field of the account. */
  public String field() {
    return field;
  }

  /** Which reference it is and what is the matter with it, as half a sentence for people. */
  public String reason() {
    return reason;
  }
}
