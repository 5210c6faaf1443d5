package io.parley.simulator.link;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.http.Answer;
import io.parley.simulator.provider.ErrorForm;
import java.util.LinkedHashMap;
import java.util.Map;

/** Scripted errors in LINK's form; with status 200 the code stands for a refused result. */
final class LinkErrorForm implements ErrorForm {

  @Override
  public Answer.Reply tooManyRequests() {
    return LinkError.THROTTLED.refused().answer();
  }

  @Override
  public Answer.Reply serverError(int status) {
    return LinkError.answer(status, 106_000, LinkError.descriptionOf(106_000));
  }

  @Override
  public Answer.Reply refused(Fault.Refuse fault) {
    int code = fault.code().number();
    String description = fault.messageOr(LinkError.descriptionOf(code));
    int status = fault.statusOr(LinkError.statusOf(code));
    if (status >= 400) {
      return LinkError.answer(status, code, description);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("messageId", "");
    body.put("resultCode", code);
    body.put("description", description);
    return Answer.error(status, String.valueOf(code), body);
  }
}
