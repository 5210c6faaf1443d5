package io.parley.simulator.provider;

import io.parley.simulator.http.Answer;

/** A request that is answered with an error. Carries no stack trace: it is an ordinary case. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer.Reply answer;

  public Refusal(Answer.Reply answer) {
    super("refused with " + answer.status(), null, false, false);
    this.answer = answer;
  }

  public Answer.Reply answer() {
    return answer;
  }
}
