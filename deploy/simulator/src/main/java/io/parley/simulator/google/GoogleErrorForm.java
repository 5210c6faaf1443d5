package io.parley.simulator.google;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.http.Answer;
import io.parley.simulator.provider.ErrorForm;

/** Scripted errors in Google's common shape; codes are status words such as {@code NOT_FOUND}. */
final class GoogleErrorForm implements ErrorForm {

  @Override
  public Answer.Reply tooManyRequests() {
    return GoogleError.RESOURCE_EXHAUSTED.refused().answer();
  }

  @Override
  public Answer.Reply serverError(int status) {
    GoogleError error = status == 503 ? GoogleError.UNAVAILABLE : GoogleError.INTERNAL;
    return GoogleError.answer(status, error.message(), error.name());
  }

  @Override
  public Answer.Reply refused(Fault.Refuse fault) {
    String name = fault.code().text();
    return GoogleError.answer(
        fault.statusOr(GoogleError.statusOf(name)),
        fault.messageOr(GoogleError.messageOf(name)),
        name);
  }
}
