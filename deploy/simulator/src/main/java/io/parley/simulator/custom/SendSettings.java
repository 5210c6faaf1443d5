package io.parley.simulator.custom;

import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What the provider wants to be called with. Places are JSON pointers, names of form fields or
 * XPath expressions, as the format is.
 *
 * @param method POST when absent
 * @param path below {@code /custom/http/{accountId}}
 * @param format JSON when absent
 * @param proof of the caller; none is asked for when absent. A signed request is refused when its
 *     timestamp is more than five minutes off
 * @param headers header to regular expression, all required
 * @param required place to regular expression, all required
 * @param fields where {@code from}, {@code to}, {@code text} and {@code clientId} stand
 * @param repeats what a used {@code clientId} means; taken again when absent
 * @param accepted the answer; may name {@code {{id}}} and the fields
 * @param refused the answer to what does not fit; may name {@code {{code}}} and {@code {{message}}}
 */
public record SendSettings(
    @Nullable String method,
    String path,
    Body.@Nullable Format format,
    @Nullable Proof proof,
    Map<String, String> headers,
    Map<String, String> required,
    Map<String, String> fields,
    @Nullable Repeats repeats,
    @Nullable AnswerSettings accepted,
    @Nullable AnswerSettings refused) {

  static final AnswerSettings USUAL_REFUSAL =
      new AnswerSettings(
          0,
          Map.of(),
          Body.json("{\"error\":{\"code\":\"{{code}}\",\"message\":\"{{message}}\"}}"));
  private static final AnswerSettings USUAL_ANSWER =
      new AnswerSettings(0, Map.of(), Body.json("{\"id\":\"{{id}}\"}"));

  /** What a used client id means. */
  public enum Repeats {
    TAKEN_AGAIN,
    SAME_ID,
    REFUSED
  }

  public SendSettings {
    method = Fields.orElse(method, "POST");
    Fields.matching(method, "POST|PUT|PATCH", "method");
    Fields.matching(path, "/.*", "path");
    format = Fields.orElse(format, Body.Format.JSON);
    headers = patterns(headers, "headers");
    required = patterns(required, "required");
    fields = Fields.mapOrEmpty(fields);
    for (String name : fields.keySet()) {
      Fields.matching(name, "from|to|text|clientId", "fields");
    }
    repeats = Fields.orElse(repeats, Repeats.TAKEN_AGAIN);
    accepted = Fields.orElse(accepted, USUAL_ANSWER);
    refused = Fields.orElse(refused, USUAL_REFUSAL);
  }

  Body.Format formatOrJson() {
    return Fields.orElse(format, Body.Format.JSON);
  }

  Repeats repeatsOrTaken() {
    return Fields.orElse(repeats, Repeats.TAKEN_AGAIN);
  }

  AnswerSettings acceptance() {
    return Fields.orElse(accepted, USUAL_ANSWER);
  }

  AnswerSettings refusal() {
    return Fields.orElse(refused, USUAL_REFUSAL);
  }

  private static Map<String, String> patterns(@Nullable Map<String, String> given, String field) {
    Map<String, String> patterns = Fields.mapOrEmpty(given);
    for (String pattern : patterns.values()) {
      try {
        Pattern.compile(pattern);
      } catch (PatternSyntaxException e) {
        throw new InvalidFieldException(field, "must hold regular expressions");
      }
    }
    return patterns;
  }
}
