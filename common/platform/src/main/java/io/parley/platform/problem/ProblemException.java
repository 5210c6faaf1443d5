package io.parley.platform.problem;

import java.util.List;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public ProblemException(ProblemType type, String detail) {
    this(Problem.of(type, detail));
  }

  /** A request that is wrong in one field. */
  public static ProblemException invalid(String pointer, String detail) {
    return new ProblemException(
        Problem.of(
            ProblemType.INVALID_REQUEST,
            pointer + ": " + detail,
            List.of(new Problem.FieldError(pointer, detail))));
  }

  /** What the caller is told. */
  public Problem problem() {
    return problem;
  }
}
