package io.parley.ctl;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of a refusal as problem details (RFC 9457). */
@JsonIgnoreProperties(ignoreUnknown = true)
record Refusal(
    @Nullable String title,
    @Nullable String detail,
    @Nullable String advice,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Finding> errors) {

  Refusal {
    errors = List.copyOf(errors);
  }

  /** One sentence or two; the findings' texts are left to their own lines. */
  String summary() {
    String what = title == null ? "refused" : title;
    String more = errors.isEmpty() ? detail : null;
    return what + (more == null ? "" : ": " + more) + (advice == null ? "" : " " + advice);
  }
}
