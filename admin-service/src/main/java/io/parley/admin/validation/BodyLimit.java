package io.parley.admin.validation;

import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** No single object comes near this size; only a whole configuration document may be larger. */
class BodyLimit {

  private static final int MOST_BYTES = 1 << 20;
  private static final MediaType YAML = new MediaType("application", "yaml");

  @ServerRequestFilter(preMatching = true)
  void requireFitting(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    boolean document = type != null && type.isCompatible(YAML);
    if (!document && request.getLength() > MOST_BYTES) {
      throw new ProblemException(
          ProblemType.TOO_LARGE, "A body may have " + MOST_BYTES + " bytes at most.");
    }
  }
}
