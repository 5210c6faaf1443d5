package io.parley.simulator.infobip;

import io.parley.simulator.http.Answer;
import io.parley.simulator.provider.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Refusals of whole requests, in both envelopes (infobip.md §2). */
enum InfobipError {
  BAD_REQUEST(400, "Request cannot be processed.", "Check the request against the documentation."),
  UNAUTHORIZED(401, "Invalid login details.", "Check the API key."),
  FORBIDDEN(403, "Access to this resource is forbidden.", "Check the scopes of the API key."),
  NOT_FOUND(404, "Requested resource does not exist.", "Check the URL."),
  TOO_MANY_REQUESTS(429, "Too many requests.", "Send fewer requests."),
  GENERAL_ERROR(500, "Something went wrong.", "Contact support.");

  /** One thing that is wrong in a request. */
  record Violation(String property, String violation) {}

  private final int http;
  private final String description;
  private final String action;

  InfobipError(int http, String description, String action) {
    this.http = http;
    this.description = description;
    this.action = action;
  }

  int http() {
    return http;
  }

  String code() {
    return "E" + http;
  }

  String description() {
    return description;
  }

  /** The error of a code such as {@code E403}; E400 for an unknown one. */
  static InfobipError of(String code) {
    for (InfobipError error : values()) {
      if (error.code().equals(code)) {
        return error;
      }
    }
    return BAD_REQUEST;
  }

  Refusal refused(boolean current) {
    return refused(current, List.of());
  }

  /**
   * As a refusal.
   *
   * @param current the current envelope; older paths have another one
   */
  Refusal refused(boolean current, List<Violation> violations) {
    return new Refusal(answer(current, http, description, violations));
  }

  Answer.Reply answer(boolean current, int status, String text, List<Violation> violations) {
    return Answer.error(status, code(), current ? envelope(text, violations) : older(text));
  }

  private Map<String, Object> envelope(String text, List<Violation> violations) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("errorCode", code());
    body.put("description", text);
    body.put("action", action);
    body.put("violations", violations);
    body.put("resources", List.of());
    return body;
  }

  private Map<String, Object> older(String text) {
    return Map.of(
        "requestError", Map.of("serviceException", Map.of("messageId", name(), "text", text)));
  }
}
