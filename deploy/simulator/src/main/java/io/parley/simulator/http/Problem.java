package io.parley.simulator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem of the control API.
 *
 * @param field path of the field at fault, where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type, String title, int status, String detail, @Nullable String field) {

  private static final String TYPES = "urn:parley:simulator:problem:";

  public static Problem invalidField(InvalidFieldException e) {
    String detail = (e.field().isEmpty() ? "The document" : e.field()) + " " + e.getMessage();
    return new Problem(TYPES + "invalid-field", "A field is not valid", 400, detail, e.field());
  }

  public static Problem notFound(String detail) {
    return new Problem(TYPES + "not-found", "There is no such thing", 404, detail, null);
  }

  public static Problem notAllowed(String detail) {
    return new Problem(
        TYPES + "not-local", "The control API is for this machine", 403, detail, null);
  }

  public Answer.Reply answer() {
    return Answer.text(status, "application/problem+json", Json.write(this));
  }
}
