package io.parley.simulator.custom;

import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Fields;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param status 0 means what is usual where the answer stands
 * @param body empty when absent
 */
public record AnswerSettings(int status, Map<String, String> headers, @Nullable Body body) {

  public AnswerSettings {
    Fields.between(status, 0, 599, "status");
    headers = Fields.mapOrEmpty(headers);
  }

  Answer.Reply answer(int usualStatus, Map<String, String> values, @Nullable String errorCode) {
    Map<String, String> all = new HashMap<>(headers);
    if (body != null) {
      all.put("Content-Type", body.type());
    }
    return new Answer.Reply(
        status == 0 ? usualStatus : status,
        all,
        body == null ? "" : body.filled(values),
        errorCode);
  }
}
