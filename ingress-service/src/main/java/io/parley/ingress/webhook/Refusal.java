package io.parley.ingress.webhook;

import io.parley.platform.problem.ProblemType;

/** Why a webhook is not accepted. */
enum Refusal {
  UNKNOWN_ACCOUNT(ProblemType.NOT_FOUND, "No account has this webhook URL."),
  NOT_AUTHENTIC(ProblemType.FORBIDDEN, "The call is not signed as this account's provider signs."),
  MALFORMED(ProblemType.UNREADABLE_BODY, "The call is not in the form of this provider's calls."),
  INCOMPLETE(ProblemType.UNREADABLE_BODY, "The body did not arrive as a whole in time."),
  TOO_LARGE(ProblemType.TOO_LARGE, "The body is larger than a webhook may be."),
  UNSUPPORTED_TYPE(
      ProblemType.UNSUPPORTED_TYPE, "This provider does not send calls of this content type."),
  NOT_READY(ProblemType.UNAVAILABLE, "The configuration has not been read yet."),
  ACCOUNT_NOT_OPEN(ProblemType.UNAVAILABLE, "The account cannot be used now."),
  NOT_STORED(ProblemType.UNAVAILABLE, "What the call says cannot be stored now.");

  private final ProblemType type;
  private final String detail;

  Refusal(ProblemType type, String detail) {
    this.type = type;
    this.detail = detail;
  }

  ProblemType type() {
    return type;
  }

  /** For whoever calls; says nothing that a stranger should not know. */
  String detail() {
    return detail;
  }
}
