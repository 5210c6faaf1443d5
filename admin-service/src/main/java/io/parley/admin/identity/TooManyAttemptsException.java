package io.parley.admin.identity;

import io.parley.platform.problem.Problem;
import io.parley.platform.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Sign-in has failed too often to be tried again now. */
final class TooManyAttemptsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration wait;

  /**
   * Refuses an attempt.
   *
   * @param wait after this time it may be tried again
   */
  TooManyAttemptsException(Duration wait) {
    super("Sign-in has failed too often.", null, false, false);
    this.wait = wait;
  }

  static final class Mapper {

    @ServerExceptionMapper
    Response tooMany(TooManyAttemptsException e) {
      ProblemType type = ProblemType.TOO_MANY_ATTEMPTS;
      return Response.status(type.status())
          .type(MediaType.valueOf(Problem.MEDIA_TYPE))
          .header(HttpHeaders.RETRY_AFTER, Math.max(1, e.wait.toSeconds() + 1))
          .entity(Problem.of(type, "Sign-in has failed too often."))
          .build();
    }
  }
}
