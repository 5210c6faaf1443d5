package io.parley.simulator.azure;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.http.Answer;
import io.parley.simulator.provider.ErrorForm;
import org.jspecify.annotations.Nullable;

/**
 * Scripted errors in Azure's words. A rule's code is an HTTP status for the request; with status
 * 202 it is that of each recipient.
 *
 * @param draft the send request that is spoilt; null for another one
 */
record AzureErrorForm(@Nullable Draft draft) implements ErrorForm {

  @Override
  public Answer.Reply tooManyRequests() {
    return Answers.empty(429);
  }

  @Override
  public Answer.Reply serverError(int status) {
    return Answers.envelope(status, "InternalServerError", "An internal error occurred.");
  }

  @Override
  public Answer.Reply refused(Fault.Refuse fault) {
    int code = fault.code().text().matches("[45][0-9]{2}") ? fault.code().number() : 400;
    if (draft != null && fault.status() == 202) {
      return Sending.allFailed(draft, code, fault.messageOr("ServiceUnavailable"));
    }
    int status = fault.statusOr(code);
    return switch (status) {
      case 401 -> Answers.unauthorized().answer();
      case 403 -> Answers.suspended().answer();
      case 400 ->
          Answers.field("From", fault.messageOr("Invalid From phone number format")).answer();
      default -> Answers.envelope(status, fault.code().text(), fault.messageOr("Refused."));
    };
  }
}
