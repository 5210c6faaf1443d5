package io.parley.channels.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.wire.JsonBody;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the body of an error says. Azure has several forms: nothing, text, a map of fields, problem
 * details, or an envelope (providers/azure-communication-services.md §1 and §2).
 *
 * @param fields the fields that it complains about, in lower case
 * @param code the envelope's code, if it is a word
 */
record ErrorBody(Set<String> fields, @Nullable String code) {

  /** What an error can be about. */
  enum Subject {
    SENDER,
    RECIPIENT,
    TEXT,
    OTHER
  }

  private static final Pattern WORD = Pattern.compile("[0-9A-Za-z_.-]{1,60}");

  ErrorBody {
    fields = Set.copyOf(fields);
  }

  /** Reads it, whatever it is. */
  static ErrorBody read(byte[] body) {
    JsonNode json = JsonBody.read(body);
    JsonNode envelope = json.path("error");
    String code = JsonBody.text(envelope.path("code"));
    Set<String> fields = new HashSet<>();
    Stream.of(json, json.path("errors"))
        .flatMap(node -> node.properties().stream())
        .filter(field -> field.getValue().isArray())
        .forEach(field -> fields.add(field.getKey().toLowerCase(Locale.ROOT)));
    String target = JsonBody.text(envelope.path("target"));
    if (target != null) {
      fields.add(target.toLowerCase(Locale.ROOT));
    }
    return new ErrorBody(fields, code != null && WORD.matcher(code).matches() ? code : null);
  }

  /** What it complains about. */
  Subject subject() {
    if (names("from")) {
      return Subject.SENDER;
    }
    if (names("smsrecipients") || names("to")) {
      return Subject.RECIPIENT;
    }
    return names("message") ? Subject.TEXT : Subject.OTHER;
  }

  /** Whether it complains about a field, or about a part of it. */
  private boolean names(String field) {
    Pattern named = Pattern.compile("(?:\\$\\.)?" + field + "(?:[\\[.].*)?", Pattern.DOTALL);
    return fields.stream().anyMatch(name -> named.matcher(name).matches());
  }
}
