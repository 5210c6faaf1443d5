package io.parley.admin.configuration;

import io.parley.admin.access.Sight;
import io.parley.admin.access.Viewer;
import io.parley.admin.audit.AuditTrail;
import io.parley.admin.audit.Line;
import io.parley.platform.identity.Roles;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The whole configuration as one YAML document over HTTP. */
@Path("/api/v1/configuration")
@Tag(name = "Configuration")
@RolesAllowed(Roles.ADMINISTRATOR)
class ConfigurationDocumentResource {

  static final String YAML = "application/yaml";

  private static final String DOCUMENT = "CONFIGURATION_DOCUMENT";

  private final ConfigurationDocuments documents;
  private final AuditTrail trail;
  private final Viewer viewer;

  ConfigurationDocumentResource(ConfigurationDocuments documents, AuditTrail trail, Viewer viewer) {
    this.trail = trail;
    this.documents = documents;
    this.viewer = viewer;
  }

  @GET
  @Produces(YAML)
  @Operation(
      operationId = "exportConfiguration",
      summary = "Export the whole configuration",
      description =
          "Objects go by their names and users by their e-mail addresses; there are no ids and no"
              + " versions. Secrets appear as references only. The ETag is the configuration's"
              + " version.")
  public Uni<RestResponse<byte[]>> export() {
    UUID user = viewer.id();
    return documents
        .export()
        .call(
            exported ->
                trail.note(
                    Line.of(
                        user, "EXPORTED", DOCUMENT, null, Map.of("version", exported.version()))))
        .map(
            exported ->
                ResponseBuilder.ok(exported.yaml())
                    .header(HttpHeaders.ETAG, "\"" + exported.version() + "\"")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build());
  }

  @POST
  @Path("plan")
  @Consumes(YAML)
  @Operation(
      operationId = "planConfiguration",
      summary = "Show what a document would change",
      description =
          "A section holds all objects of its kind: what it does not name would be deleted. A"
              + " section that is left out changes nothing.")
  public Uni<ConfigurationDocuments.Plan> plan(byte @Nullable [] document) {
    return documents.plan(given(document), viewer.sight());
  }

  @POST
  @Path("apply")
  @Consumes(YAML)
  @Operation(
      operationId = "applyConfiguration",
      summary = "Make the configuration what a document says",
      description = "In one transaction; the same document again changes nothing.")
  public Uni<ConfigurationDocuments.Plan> apply(
      @HeaderParam("If-Match") @Nullable String ifMatch, byte @Nullable [] document) {
    Sight sight = viewer.sight();
    return documents
        .apply(given(document), ExpectedVersion.parse(ifMatch), sight)
        .call(
            plan ->
                trail.note(
                    Line.of(
                        sight.user(),
                        "APPLIED",
                        DOCUMENT,
                        null,
                        Map.of("version", plan.version(), "changes", plan.changes().size()))));
  }

  private static byte[] given(byte @Nullable [] document) {
    if (document == null || document.length == 0) {
      throw new ProblemException(ProblemType.UNREADABLE_BODY, "A YAML document is expected.");
    }
    return document;
  }
}
