package io.parley.simulator.custom;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.http.Answer;
import io.parley.simulator.provider.ErrorForm;
import java.util.Map;

/** Scripted errors in the form that was declared for refusals. */
record CustomErrorForm(SendSettings send) implements ErrorForm {

  @Override
  public Answer.Reply tooManyRequests() {
    return worded(429, "tooManyRequests", "Too many requests");
  }

  @Override
  public Answer.Reply serverError(int status) {
    return worded(status, "serverError", "Server error");
  }

  @Override
  public Answer.Reply refused(Fault.Refuse fault) {
    String code = fault.code().text();
    return send.refusal()
        .answer(
            fault.statusOr(400),
            Map.of("code", code, "message", fault.messageOr("Error " + code)),
            code);
  }

  /** The declared body, but the status that the fault asks for. */
  private Answer.Reply worded(int status, String code, String message) {
    return new AnswerSettings(status, send.refusal().headers(), send.refusal().body())
        .answer(status, Map.of("code", code, "message", message), code);
  }
}
