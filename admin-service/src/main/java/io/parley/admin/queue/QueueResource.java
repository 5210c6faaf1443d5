package io.parley.admin.queue;

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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Queues over HTTP. An agent sees the queues that he or she is a member of. */
@Path(QueueResource.PATH)
@Tag(name = "Queues", description = "Where conversations wait for their members")
class QueueResource {

  static final String PATH = "/api/v1/queues";

  private final ConfigurationObjects objects;
  private final QueueRules rules;
  private final Viewer viewer;

  QueueResource(ConfigurationObjects objects, QueueRules rules, Viewer viewer) {
    this.objects = objects;
    this.rules = rules;
    this.viewer = viewer;
  }

  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.AGENT})
  @Operation(
      operationId = "listQueues",
      summary = "List queues",
      description = "An agent gets the queues that he or she is a member of.")
  public Uni<Page<QueueView>> list(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after,
      @QueryParam("name") @Nullable String name) {
    return objects
        .list(rules, PageRequest.parse(limit, after, name), visible())
        .map(page -> page.map(QueueView::of));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.AGENT})
  @Operation(operationId = "readQueue", summary = "Read a queue")
  public Uni<RestResponse<QueueView>> read(@PathParam("id") UUID id) {
    return objects.read(rules, id, visible()).map(row -> Answers.present(row, QueueView.of(row)));
  }

  @POST
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(operationId = "createQueue", summary = "Create a queue")
  public Uni<RestResponse<QueueView>> create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable QueueInput input) {
    return objects
        .create(rules, input, viewer.id(), key)
        .map(row -> Answers.created(row, QueueView.of(row), PATH));
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(operationId = "replaceQueue", summary = "Replace a queue")
  public Uni<RestResponse<QueueView>> replace(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable QueueInput input) {
    return objects
        .replace(rules, id, ifMatch, input, viewer.id())
        .map(row -> Answers.present(row, QueueView.of(row)));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(operationId = "deleteQueue", summary = "Delete a queue that no workstream uses")
  public Uni<Void> delete(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return objects.delete(rules, id, ifMatch, viewer.id());
  }

  private Restriction visible() {
    return viewer.seesEverything()
        ? Restriction.NONE
        : new Restriction(":viewer member of o.members", Map.of("viewer", viewer.id()));
  }
}
