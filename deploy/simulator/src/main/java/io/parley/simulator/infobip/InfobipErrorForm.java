package io.parley.simulator.infobip;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.http.Answer;
import io.parley.simulator.provider.ErrorForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scripted errors in Infobip's words. A code such as {@code E403} refuses the request, a number is
 * the status of each recipient in an answer with 200.
 *
 * @param request the send request that is spoilt; null for another one
 * @param current the current envelope of errors
 */
record InfobipErrorForm(@Nullable SendRequest request, boolean current) implements ErrorForm {

  @Override
  public Answer.Reply tooManyRequests() {
    return InfobipError.TOO_MANY_REQUESTS.refused(current).answer();
  }

  @Override
  public Answer.Reply serverError(int status) {
    InfobipError error = InfobipError.GENERAL_ERROR;
    return error.answer(current, status, error.description(), List.of());
  }

  @Override
  public Answer.Reply refused(Fault.Refuse fault) {
    if (request != null && fault.code().text().matches("[0-9]{1,4}")) {
      SmsStatus status = SmsStatus.of(fault.code().number());
      return Sending.allRejected(request, status.described(fault.messageOr(status.description())));
    }
    InfobipError error = InfobipError.of(fault.code().text());
    return error.answer(
        current, fault.statusOr(error.http()), fault.messageOr(error.description()), List.of());
  }
}
