package io.parley.admin.configuration;

import io.parley.platform.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells how far the configuration has got. */
@Path("/api/v1/configuration/version")
@Tag(name = "Configuration")
class ConfigurationVersionResource {

  private final Changes changes;

  ConfigurationVersionResource(Changes changes) {
    this.changes = changes;
  }

  /**
   * The version of the whole configuration.
   *
   * @param version rises with every committed change
   */
  @Schema(name = "ConfigurationVersion")
  record Committed(long version) {}

  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.AGENT})
  @Operation(
      operationId = "readConfigurationVersion",
      summary = "Read the version of the last committed change")
  public Uni<Committed> read() {
    return changes.version().map(Committed::new);
  }
}
