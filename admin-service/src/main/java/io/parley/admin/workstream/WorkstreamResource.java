package io.parley.admin.workstream;

import io.parley.admin.access.Viewer;
import io.parley.admin.configuration.Answers;
import io.parley.admin.configuration.ConfigurationObjects;
import io.parley.admin.configuration.Page;
import io.parley.admin.configuration.PageRequest;
import io.parley.admin.configuration.Restriction;
import io.parley.platform.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Workstreams over HTTP. */
@Path(WorkstreamResource.PATH)
@Tag(
    name = "Workstreams",
    description = "How the conversations of one channel are routed and handled")
class WorkstreamResource {

  static final String PATH = "/api/v1/workstreams";

  private final ConfigurationObjects objects;
  private final WorkstreamRules rules;
  private final Viewer viewer;

  WorkstreamResource(ConfigurationObjects objects, WorkstreamRules rules, Viewer viewer) {
    this.objects = objects;
    this.rules = rules;
    this.viewer = viewer;
  }

  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.AGENT})
  @Operation(operationId = "listWorkstreams", summary = "List workstreams")
  public Uni<Page<WorkstreamView>> list(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after,
      @QueryParam("name") @Nullable String name) {
    return objects
        .list(rules, PageRequest.parse(limit, after, name), Restriction.NONE)
        .map(page -> page.map(WorkstreamView::of));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.AGENT})
  @Operation(operationId = "readWorkstream", summary = "Read a workstream")
  public Uni<RestResponse<WorkstreamView>> read(@PathParam("id") UUID id) {
    return objects
        .read(rules, id, Restriction.NONE)
        .map(row -> Answers.present(row, WorkstreamView.of(row)));
  }

  @POST
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(operationId = "createWorkstream", summary = "Create a workstream")
  public Uni<RestResponse<WorkstreamView>> create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable WorkstreamInput input) {
    return objects
        .create(rules, input, viewer.id(), key)
        .map(row -> Answers.created(row, WorkstreamView.of(row), PATH));
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(operationId = "replaceWorkstream", summary = "Replace a workstream")
  public Uni<RestResponse<WorkstreamView>> replace(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable WorkstreamInput input) {
    return objects
        .replace(rules, id, ifMatch, input, viewer.id())
        .map(row -> Answers.present(row, WorkstreamView.of(row)));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(operationId = "deleteWorkstream", summary = "Delete a workstream")
  public Uni<Void> delete(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return objects.delete(rules, id, ifMatch, viewer.id());
  }
}
