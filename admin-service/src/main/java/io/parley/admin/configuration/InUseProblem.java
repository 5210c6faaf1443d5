package io.parley.admin.configuration;

import io.parley.platform.problem.Problem;
import io.parley.platform.problem.ProblemType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Problem details with the list of what depends on the object.
 *
 * @param type always {@code urn:parley:problem:in-use}
 * @param title summary of the type
 * @param status 409
 * @param detail the dependants in words
 * @param advice what can be done
 * @param dependants remove or change these first
 */
@Schema(description = "Refusal of a change because other objects depend on it")
record InUseProblem(
    URI type, String title, int status, String detail, String advice, List<Dependant> dependants) {

  static InUseProblem of(InUseException e) {
    ProblemType type = ProblemType.IN_USE;
    return new InUseProblem(
        type.uri(), type.title(), type.status(), e.detail(), type.advice(), e.dependants());
  }

  static final class Mapper {

    @ServerExceptionMapper
    Response inUse(InUseException e) {
      return Response.status(ProblemType.IN_USE.status())
          .type(MediaType.valueOf(Problem.MEDIA_TYPE))
          .entity(of(e))
          .build();
    }
  }
}
