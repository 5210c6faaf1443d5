package io.parley.simulator.link;

import io.parley.simulator.http.Answer;
import io.parley.simulator.provider.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * LINK's codes with their HTTP status (link-mobility.md §1, §3–5). Where the file does not say
 * which of several codes belongs to a mistake, the first of its range is taken.
 */
enum LinkError {
  CONTENT_INVALID(4001, 400, "Content invalid"),
  REPORT_INVALID(4000, 400, "Delivery report request invalid"),
  SOURCE_INVALID(2000, 400, "Source invalid"),
  SOURCE_TYPE_UNSUPPORTED(2001, 400, "Source type unsupported"),
  DESTINATION_TYPE_UNSUPPORTED(2100, 400, "Destination type unsupported"),
  DESTINATION_INVALID(2106, 400, "Destination number error"),
  ENCODING_UNSUPPORTED(3000, 400, "Encoding unsupported"),
  GATE_BAD_LOGIN(103100, 401, "Invalid user name or password"),
  GATE_DENIED(103101, 403, "Access denied"),
  GATE_PLATFORM(103201, 400, "Invalid platformId"),
  GATE_PARTNER(103202, 400, "Invalid platformPartnerId"),
  GATE_REF_INVALID(103211, 400, "Invalid refId"),
  GATE_REF_USED(103212, 409, "Duplicate refId"),
  GATE_DESTINATION(103290, 400, "Invalid destination"),
  GATE_INCOMPLETE(103300, 400, "Missing parameters"),
  GATE_NONE(103303, 404, "No gates found"),
  GATE_UNKNOWN(103304, 404, "Gate not found"),
  UNKNOWN(106000, 500, "Unknown error"),
  BAD_LOGIN(106100, 401, "Invalid user name or password"),
  DENIED(106101, 403, "No access with these credentials"),
  PLATFORM(106200, 400, "Invalid platformId"),
  PARTNER(106201, 400, "Invalid platformPartnerId"),
  NO_GATES(106300, 400, "No delivery report gates"),
  GATE_UNAVAILABLE(106301, 400, "Gate unavailable"),
  THROTTLED(3, 429, "Throttled");

  private final int code;
  private final int status;
  private final String description;

  LinkError(int code, int status, String description) {
    this.code = code;
    this.status = status;
    this.description = description;
  }

  Refusal refused() {
    return new Refusal(answer(status, code, description));
  }

  Refusal refused(String text) {
    return new Refusal(answer(status, code, text));
  }

  static int statusOf(int code) {
    return of(code).map(e -> e.status).findFirst().orElse(400);
  }

  static String descriptionOf(int code) {
    return of(code).map(e -> e.description).findFirst().orElse("Error " + code);
  }

  static Answer.Reply answer(int status, int code, String description) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("status", code);
    body.put("description", description);
    body.put("translatedDescription", null);
    return Answer.error(status, String.valueOf(code), body);
  }

  private static Stream<LinkError> of(int code) {
    return Stream.of(values()).filter(e -> e.code == code);
  }
}
