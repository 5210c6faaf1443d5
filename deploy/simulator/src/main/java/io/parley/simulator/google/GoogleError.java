package io.parley.simulator.google;

import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.provider.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The common error shape of Google's APIs (google-business-messages.md §5). */
enum GoogleError {
  INVALID_ARGUMENT(400, "Request contains an invalid argument."),
  FAILED_PRECONDITION(400, "The device cannot show this and there is no fallback"),
  UNAUTHENTICATED(
      401,
      "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie"
          + " or other valid authentication credential."),
  PERMISSION_DENIED(403, "The caller may not write to this conversation"),
  NOT_FOUND(404, "Requested entity was not found."),
  ALREADY_EXISTS(409, "Requested entity already exists"),
  RESOURCE_EXHAUSTED(429, "Resource has been exhausted (e.g. check quota)."),
  INTERNAL(500, "Internal error encountered."),
  UNAVAILABLE(503, "The service is currently unavailable.");

  private final int status;
  private final String message;

  GoogleError(int status, String message) {
    this.status = status;
    this.message = message;
  }

  int status() {
    return status;
  }

  String message() {
    return message;
  }

  Refusal refused() {
    return refused(message);
  }

  Refusal refused(String text) {
    return new Refusal(answer(status, text, name()));
  }

  static Refusal invalid(InvalidFieldException e) {
    String reason = String.valueOf(e.getMessage());
    return INVALID_ARGUMENT.refused(
        reason.equals("is not a known field")
            ? "Invalid JSON payload received. Unknown name \""
                + e.field()
                + "\": Cannot find field."
            : "Invalid value at '" + e.field() + "': " + reason);
  }

  /** The status of this name; 400 for a name that is not in this table. */
  static int statusOf(String name) {
    return Stream.of(values())
        .filter(e -> e.name().equals(name))
        .map(GoogleError::status)
        .findFirst()
        .orElse(400);
  }

  static String messageOf(String name) {
    return Stream.of(values())
        .filter(e -> e.name().equals(name))
        .map(GoogleError::message)
        .findFirst()
        .orElse("Error " + name);
  }

  static Answer.Reply answer(int status, String message, String name) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", status);
    error.put("message", message);
    error.put("status", name);
    return Answer.error(status, name, Map.of("error", error));
  }
}
