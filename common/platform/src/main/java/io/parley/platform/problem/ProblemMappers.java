package io.parley.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.parley.platform.messaging.Availability;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception that leaves a resource into a problem. */
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response problem(ProblemException e) {
    return respond(e.problem());
  }

  @ServerExceptionMapper(priority = 1)
  Response invalid(ConstraintViolationException e) {
    List<Problem.FieldError> errors =
        e.getConstraintViolations().stream()
            .map(
                v ->
                    new Problem.FieldError(pointer(v.getPropertyPath().toString()), v.getMessage()))
            .sorted(java.util.Comparator.comparing(Problem.FieldError::pointer))
            .toList();
    return respond(Problem.of(ProblemType.INVALID_REQUEST, summary(errors), errors));
  }

  /**
   * Named twice, because Quarkus has a mapper of its own for the second one, which is nearer and
   * would repeat what was sent.
   */
  @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
  Response unreadable(JsonProcessingException e) {
    return respond(unreadableBody(e));
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unauthenticated(SecurityException e) {
    return Response.fromResponse(
            respond(
                Problem.of(ProblemType.UNAUTHENTICATED, "No valid token came with the request.")))
        .header("WWW-Authenticate", "Bearer")
        .build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return respond(Problem.of(ProblemType.FORBIDDEN, "Your role does not allow this."));
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonProcessingException json) {
        return respond(unreadableBody(json));
      }
    }
    int status = e.getResponse().getStatus();
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.status() == status)
        .findFirst()
        .map(type -> respond(Problem.of(type, type.title() + ".")))
        .orElseGet(e::getResponse);
  }

  @ServerExceptionMapper
  Response unexpected(Throwable e) {
    if (Availability.isLost(e)) {
      LOG.warnf("Request failed because a server is away. error=%s", e);
      return respond(
          Problem.of(ProblemType.UNAVAILABLE, "The database or the broker does not answer now."));
    }
    URI instance = URI.create("urn:uuid:" + UUID.randomUUID());
    LOG.errorf(e, "Request failed unexpectedly. instance=%s", instance);
    ProblemType type = ProblemType.INTERNAL;
    return respond(
        new Problem(
            type.uri(),
            type.title(),
            type.status(),
            "An unexpected error occurred.",
            type.advice(),
            List.of(),
            instance));
  }

  private static Problem unreadableBody(JsonProcessingException e) {
    Problem.FieldError finding = UnreadableJson.finding(e);
    return Problem.of(
        ProblemType.UNREADABLE_BODY,
        (finding.pointer() + " " + finding.detail()).strip(),
        List.of(finding));
  }

  /**
   * {@code create.body.name} of Bean Validation names method and parameter first; a caller knows
   * only the body.
   */
  private static String pointer(String path) {
    String[] steps = path.split("\\.");
    return "/"
        + Arrays.stream(steps).skip(Math.min(2, steps.length - 1)).collect(Collectors.joining("/"));
  }

  private static String summary(List<Problem.FieldError> errors) {
    return errors.stream()
        .map(e -> e.pointer() + " " + e.detail())
        .collect(Collectors.joining("; "));
  }

  private static Response respond(Problem problem) {
    return Response.status(problem.status())
        .type(MediaType.valueOf(Problem.MEDIA_TYPE))
        .entity(problem)
        .build();
  }
}
