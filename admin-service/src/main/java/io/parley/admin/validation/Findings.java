package io.parley.admin.validation;

import io.parley.platform.problem.Problem;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a request, so that the caller learns all of it at once. Details never
 * repeat a value that was sent: it may be a secret in the wrong field. Not thread-safe.
 */
public final class Findings {

  private static final int MOST_REPORTED = 50;

  private final List<Problem.FieldError> errors = new ArrayList<>();
  private @Nullable ProblemType type;

  private Findings() {}

  /** Nothing found yet. */
  public static Findings none() {
    return new Findings();
  }

  /** What the constraints on a body's fields say. */
  public static Findings of(Validator validator, Object body) {
    Findings findings = none();
    for (ConstraintViolation<Object> violation : validator.validate(body)) {
      findings.add(pointer(violation.getPropertyPath()), violation.getMessage());
    }
    return findings;
  }

  /** One field as a step of a JSON pointer (RFC 6901), escaped. */
  public static String step(String field) {
    return "/" + field.replace("~", "~0").replace("/", "~1");
  }

  /**
   * Adds one finding.
   *
   * @param pointer JSON pointer into the body, or the name of a parameter or header
   * @param detail what is expected
   */
  public void add(String pointer, String detail) {
    add(ProblemType.INVALID_REQUEST, pointer, detail);
  }

  /**
   * Adds one finding that is more than a wrong value. The type of the first finding is that of the
   * refusal.
   */
  public void add(ProblemType found, String pointer, String detail) {
    add(found, new Problem.FieldError(pointer, detail));
  }

  /** Adds all findings of another part, with their type. */
  public void addAll(Findings others) {
    others.errors.forEach(error -> add(others.typeOfAll(), error));
  }

  /** Adds all findings of a part of a document. */
  public void addAll(Findings others, UnaryOperator<Problem.FieldError> placed) {
    others.errors.forEach(error -> add(others.typeOfAll(), placed.apply(error)));
  }

  /** Whether anything was found. */
  public boolean areThere() {
    return !errors.isEmpty();
  }

  /** Refuses the request if anything was found. */
  public void refuseIfAny() {
    refuseAs(typeOfAll());
  }

  private void add(ProblemType found, Problem.FieldError error) {
    if (type == null) {
      type = found;
    }
    errors.add(error);
  }

  private ProblemType typeOfAll() {
    return type == null ? ProblemType.INVALID_REQUEST : type;
  }

  /** Refuses the request with this type if anything was found. */
  public void refuseAs(ProblemType type) {
    if (errors.isEmpty()) {
      return;
    }
    List<Problem.FieldError> reported =
        errors.stream()
            .sorted(Comparator.comparing(Problem.FieldError::pointer))
            .limit(MOST_REPORTED)
            .toList();
    String summary =
        reported.stream()
            .map(e -> e.pointer() + ": " + e.detail())
            .collect(Collectors.joining("; "));
    throw new ProblemException(Problem.of(type, summary, reported));
  }

  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.getKey() != null) {
        pointer.append(step(node.getKey().toString()));
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append(step(node.getName()));
      }
    }
    return pointer.toString();
  }
}
