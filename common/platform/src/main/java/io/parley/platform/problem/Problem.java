package io.parley.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 problem details.
 *
 * @param type stable identifier from {@link ProblemType}
 * @param title short summary of the type
 * @param status HTTP status
 * @param detail what was wrong this time
 * @param advice what can be done
 * @param errors the wrong fields, when it is about fields
 * @param instance finds this occurrence in the log, when it is our fault
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    String advice,
    List<FieldError> errors,
    @Nullable URI instance) {

  /** Media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One wrong field.
   *
   * @param pointer JSON pointer into the body, or the name of a parameter or header
   * @param detail what is wrong with it and what is expected
   * @param line of a document where it stands, from 1; absent where lines do not matter
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FieldError(String pointer, String detail, @Nullable Integer line) {

    /** A wrong field of a body whose lines do not matter. */
    public FieldError(String pointer, String detail) {
      this(pointer, detail, null);
    }
  }

  public Problem {
    Objects.requireNonNull(type, "type");
    errors = List.copyOf(errors);
  }

  /** A problem of this type. */
  public static Problem of(ProblemType type, String detail) {
    return of(type, detail, List.of());
  }

  /** A problem of this type with the wrong fields. */
  public static Problem of(ProblemType type, String detail, List<FieldError> errors) {
    return new Problem(
        type.uri(), type.title(), type.status(), detail, type.advice(), errors, null);
  }
}
