package io.parley.ingress.webhook;

import io.parley.channels.Reception;
import io.parley.events.WebhookObserved;
import io.parley.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Ends a webhook call that is not accepted. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A provider's URL may be long; a report is to stay small. */
  private static final int LONGEST = 2_000;

  private final Refusal refusal;
  private final @Nullable String challenge;
  private final @Nullable String header;
  private final @Nullable String signedUrl;

  /**
   * Refuses.
   *
   * @param reason for the administrator's log; no secret and nothing of the body
   */
  RefusedException(Refusal refusal, @Nullable String reason) {
    super(reason == null ? refusal.detail() : reason, null, false, false);
    this.refusal = refusal;
    this.challenge = null;
    this.header = null;
    this.signedUrl = null;
  }

  /** Refuses a call that is not authentic, and asks for credentials where the provider needs it. */
  RefusedException(Reception.NotAuthentic no) {
    super(no.reason(), null, false, false);
    this.refusal = Refusal.NOT_AUTHENTIC;
    this.challenge = no.challenge();
    this.header = no.header();
    this.signedUrl = no.signedUrl();
  }

  @Nullable String challenge() {
    return challenge;
  }

  Refusal refusal() {
    return refusal;
  }

  /** What administrators are told. */
  WebhookObserved.Refused observed() {
    return new WebhookObserved.Refused(
        status(), shortened(String.valueOf(getMessage())), header, nullableShortened(signedUrl));
  }

  private int status() {
    return challenge == null ? refusal.type().status() : ProblemType.UNAUTHENTICATED.status();
  }

  private static @Nullable String nullableShortened(@Nullable String text) {
    return text == null ? null : shortened(text);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
