package io.parley.admin.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.admin.access.Sight;
import io.parley.admin.access.Viewer;
import io.parley.events.configuration.User.Role;
import io.parley.platform.identity.Roles;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/**
 * The objects of every kind over HTTP. Who may do what is a matter of the kind; the OpenAPI
 * document names each kind's operations, which is why they are hidden here.
 */
@Path("/api/v1/{collection}")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.AGENT})
class ConfigurationResource {

  static final String MERGE_PATCH = "application/merge-patch+json";

  private final ConfigurationObjects objects;
  private final Kinds kinds;
  private final Viewer viewer;

  ConfigurationResource(ConfigurationObjects objects, Kinds kinds, Viewer viewer) {
    this.objects = objects;
    this.kinds = kinds;
    this.viewer = viewer;
  }

  @GET
  @Operation(hidden = true)
  public Uni<Page<ObjectNode>> list(
      @PathParam("collection") String collection,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after,
      @QueryParam("name") @Nullable String name) {
    ObjectKind<?> kind = kind(collection);
    return objects.list(
        kind, PageRequest.parse(limit, after, name), require(kind.access().readers()));
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public Uni<RestResponse<ObjectNode>> read(
      @PathParam("collection") String collection, @PathParam("id") UUID id) {
    ObjectKind<?> kind = kind(collection);
    return objects
        .read(kind, id, require(kind.access().readers()))
        .map(ConfigurationResource::present);
  }

  @POST
  @Operation(hidden = true)
  public Uni<RestResponse<ObjectNode>> create(
      @PathParam("collection") String collection,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable JsonNode body) {
    ObjectKind<?> kind = kind(collection);
    return objects
        .create(kind, body, require(kind.access().writers()), key)
        .map(shown -> created(collection, shown));
  }

  @PUT
  @Path("{id}")
  @Operation(hidden = true)
  public Uni<RestResponse<ObjectNode>> replace(
      @PathParam("collection") String collection,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable JsonNode body) {
    ObjectKind<?> kind = kind(collection);
    return objects
        .replace(kind, id, ifMatch, body, require(kind.access().writers()))
        .map(ConfigurationResource::present);
  }

  @PATCH
  @Path("{id}")
  @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Operation(hidden = true)
  public Uni<RestResponse<ObjectNode>> patch(
      @PathParam("collection") String collection,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable JsonNode body) {
    ObjectKind<?> kind = kind(collection);
    return objects
        .patch(kind, id, ifMatch, body, require(kind.access().patchers()))
        .map(ConfigurationResource::present);
  }

  @DELETE
  @Path("{id}")
  @Operation(hidden = true)
  public Uni<Void> delete(
      @PathParam("collection") String collection,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    ObjectKind<?> kind = kind(collection);
    return objects.delete(kind, id, ifMatch, require(kind.access().writers()));
  }

  private ObjectKind<?> kind(String collection) {
    return kinds
        .inCollection(collection)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "There is nothing at this path."));
  }

  private Sight require(Set<Role> allowed) {
    Sight sight = viewer.sight();
    if (!sight.isOneOf(allowed)) {
      throw new ForbiddenException();
    }
    return sight;
  }

  private static RestResponse<ObjectNode> present(Shown shown) {
    return ResponseBuilder.ok(shown.view()).header(HttpHeaders.ETAG, tag(shown)).build();
  }

  private static RestResponse<ObjectNode> created(String collection, Shown shown) {
    return ResponseBuilder.<ObjectNode>create(Status.CREATED)
        .entity(shown.view())
        .header(HttpHeaders.ETAG, tag(shown))
        .location(URI.create("/api/v1/" + collection + "/" + shown.id()))
        .build();
  }

  private static String tag(Shown shown) {
    return "\"" + shown.version() + "\"";
  }
}
