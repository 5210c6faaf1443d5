package io.parley.simulator.telesign;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.http.Answer;
import io.parley.simulator.provider.ErrorForm;
import java.time.Clock;
import java.util.LinkedHashMap;

/** Scripted errors in TeleSign's words. */
final class TelesignErrorForm implements ErrorForm {

  private final Clock clock;

  TelesignErrorForm(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Answer.Reply tooManyRequests() {
    return TelesignError.RATE_LIMIT.refused(clock.instant()).answer();
  }

  @Override
  public Answer.Reply serverError(int status) {
    TelesignError error = TelesignError.UNAVAILABLE;
    return TelesignError.answer(
        status, error.code(), error.description(), clock.instant(), new LinkedHashMap<>());
  }

  @Override
  public Answer.Reply refused(Fault.Refuse fault) {
    int code = fault.code().number();
    return TelesignError.answer(
        fault.statusOr(TelesignError.usualHttp(code)),
        References.random(),
        code,
        fault.messageOr(TelesignError.usualDescription(code)),
        clock.instant(),
        new LinkedHashMap<>());
  }
}
