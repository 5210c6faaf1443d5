package io.parley.ingress.webhook;

import org.jspecify.annotations.Nullable;

/** Ends a webhook call that is not accepted. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  /**
   * Refuses.
   *
   * @param reason for the administrator's log; no secret and nothing of the body
   */
  RefusedException(Refusal refusal, @Nullable String reason) {
    super(reason == null ? refusal.detail() : reason, null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
