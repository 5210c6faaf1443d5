package io.parley.simulator.vibes;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.http.Answer;
import io.parley.simulator.provider.ErrorForm;

/** Scripted errors; a refusal is told in a 200 unless the rule names a status. */
final class VibesErrorForm implements ErrorForm {

  @Override
  public Answer.Reply tooManyRequests() {
    return VibesError.system(429, "Too many requests");
  }

  @Override
  public Answer.Reply serverError(int status) {
    return VibesError.system(status, "System error");
  }

  @Override
  public Answer.Reply refused(Fault.Refuse fault) {
    String code = fault.code().text();
    String description = fault.messageOr("Error " + code);
    int status = fault.statusOr(200);
    return status == 200
        ? VibesError.inBody("", description, code)
        : VibesError.system(status, description);
  }
}
