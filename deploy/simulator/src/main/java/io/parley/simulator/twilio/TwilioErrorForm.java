package io.parley.simulator.twilio;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.http.Answer;
import io.parley.simulator.provider.ErrorForm;

/** Scripted errors in Twilio's words. */
final class TwilioErrorForm implements ErrorForm {

  @Override
  public Answer.Reply tooManyRequests() {
    return TwilioError.TOO_MANY_REQUESTS.refused().answer();
  }

  @Override
  public Answer.Reply serverError(int status) {
    TwilioError error = status == 503 ? TwilioError.UNAVAILABLE : TwilioError.INTERNAL;
    return new RefusedException(error.code(), status, error.message()).answer();
  }

  @Override
  public Answer.Reply refused(Fault.Refuse fault) {
    RefusedException usual = TwilioError.refused(fault.code().number());
    return new RefusedException(
            usual.code(),
            fault.statusOr(usual.status()),
            fault.messageOr(String.valueOf(usual.getMessage())))
        .answer();
  }
}
