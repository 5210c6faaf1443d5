package io.parley.simulator.http;

/**
 * A request whose handling ends early with this answer. Carries no stack trace: it is an ordinary
 * case.
 */
public final class RefusalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer.Reply answer;

  public RefusalException(Answer.Reply answer) {
    super("refused with " + answer.status(), null, false, false);
    this.answer = answer;
  }

  public Answer.Reply answer() {
    return answer;
  }
}
