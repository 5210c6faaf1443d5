package io.parley.admin.propagation;

import io.parley.platform.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells how far the configuration has got. */
@Path("/api/v1/configuration/version")
@Tag(name = "Configuration")
class PropagationResource {

  private final Committed committed;
  private final AppliedVersions applied;
  private final Clock clock;

  PropagationResource(Committed committed, AppliedVersions applied, Clock clock) {
    this.committed = committed;
    this.applied = applied;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.AGENT})
  @Operation(
      operationId = "readConfigurationVersion",
      summary = "Read the version of the last committed change, and where it is in force",
      description =
          "With 'wait', a duration of at most PT30S, the answer comes as soon as 'version', without"
              + " it the last committed one, is in force everywhere, or when that time is up. An"
              + " instance that gave no sign of life for 30 seconds is marked as silent and counts"
              + " for ten minutes more, because it may go on by what it has.")
  public Uni<PropagationView> read(
      @QueryParam("wait") @Nullable String wait, @QueryParam("version") @Nullable String version) {
    PropagationRequest request = PropagationRequest.parse(wait, version);
    return committed
        .read()
        .chain(now -> applied.inForce(request.version().orElse(now.version()), request.patience()))
        .chain(() -> committed.read())
        .map(
            now ->
                PropagationView.of(
                    now, applied.inForce(now.version()), applied.all(), clock.instant()));
  }
}
