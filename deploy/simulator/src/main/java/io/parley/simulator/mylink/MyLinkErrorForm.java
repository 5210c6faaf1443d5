package io.parley.simulator.mylink;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.http.Answer;
import io.parley.simulator.provider.ErrorForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Errors of MyLINK (link-mobility.md §10). */
final class MyLinkErrorForm implements ErrorForm {

  @Override
  public Answer.Reply tooManyRequests() {
    return described(429, "429", "Too many requests");
  }

  @Override
  public Answer.Reply serverError(int status) {
    return described(status, String.valueOf(status), "Internal error");
  }

  @Override
  public Answer.Reply refused(Fault.Refuse fault) {
    int status = fault.statusOr(400);
    String message = fault.messageOr("Error " + fault.code().text());
    return status == 429
        ? described(status, fault.code().text(), message)
        : invalid(status, fault.code().text(), message);
  }

  /** A 400 as for requests that do not fit. */
  static Answer.Reply invalid(int status, String code, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("requestId", UUID.randomUUID().toString());
    body.put("message", message);
    return Answer.error(status, code, body);
  }

  private static Answer.Reply described(int status, String code, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("requestId", UUID.randomUUID().toString());
    body.put("description", description);
    body.put("code", code);
    return Answer.error(status, code, body);
  }
}
