package io.parley.ingress.webhook;

import org.jspecify.annotations.Nullable;

/** Ends a webhook call that is not accepted. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final @Nullable String challenge;

  /**
   * Refuses.
   *
   * @param reason for the administrator's log; no secret and nothing of the body
   */
  RefusedException(Refusal refusal, @Nullable String reason) {
    this(refusal, reason, null);
  }

  /**
   * Refuses, and asks for credentials.
   *
   * @param challenge value of {@code WWW-Authenticate}; nothing for no such question
   */
  RefusedException(Refusal refusal, @Nullable String reason, @Nullable String challenge) {
    super(reason == null ? refusal.detail() : reason, null, false, false);
    this.refusal = refusal;
    this.challenge = challenge;
  }

  @Nullable String challenge() {
    return challenge;
  }

  Refusal refusal() {
    return refusal;
  }
}
