package io.parley.admin.user;

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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Users over HTTP. An agent sees the colleagues in the same queues, and little of them. */
@Path(UserResource.PATH)
@Tag(name = "Users", description = "Those who work with Parley")
class UserResource {

  static final String PATH = "/api/v1/users";

  /** What an agent may see (domain/channels-and-accounts.md §9, "limited"). */
  private static final String COLLEAGUES =
      "(o.id = :viewer or o.enabled and exists (select 1 from QueueRow q"
          + " where :viewer member of q.members and o.id member of q.members))";

  private final ConfigurationObjects objects;
  private final UserAccounts accounts;
  private final Viewer viewer;

  UserResource(ConfigurationObjects objects, UserAccounts accounts, Viewer viewer) {
    this.objects = objects;
    this.accounts = accounts;
    this.viewer = viewer;
  }

  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.AGENT})
  @Operation(
      operationId = "listUsers",
      summary = "List users",
      description =
          "An agent gets himself or herself and the members of the same queues, these without"
              + " e-mail and capacity.")
  public Uni<Page<UserView>> list(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after,
      @QueryParam("name") @Nullable String name) {
    Function<UserRow, UserView> view = view();
    return objects
        .list(accounts.rules(), PageRequest.parse(limit, after, name), visible())
        .map(page -> page.map(view));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.AGENT})
  @Operation(operationId = "readUser", summary = "Read a user")
  public Uni<RestResponse<UserView>> read(@PathParam("id") UUID id) {
    Function<UserRow, UserView> view = view();
    return objects
        .read(accounts.rules(), id, visible())
        .map(row -> Answers.present(row, view.apply(row)));
  }

  @POST
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(operationId = "createUser", summary = "Create a user")
  public Uni<RestResponse<UserView>> create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable UserInput input) {
    return accounts
        .create(input, viewer.id(), key)
        .map(row -> Answers.created(row, UserView.full(row), PATH));
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "replaceUser",
      summary = "Replace a user",
      description = "A password that is left out stays as it is.")
  public Uni<RestResponse<UserView>> replace(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable UserInput input) {
    return accounts
        .replace(id, ifMatch, input, viewer.id())
        .map(row -> Answers.present(row, UserView.full(row)));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(operationId = "deleteUser", summary = "Delete a user who is in no queue")
  public Uni<Void> delete(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return objects.delete(accounts.rules(), id, ifMatch, viewer.id());
  }

  private Restriction visible() {
    return viewer.seesEverything()
        ? Restriction.NONE
        : new Restriction(COLLEAGUES, Map.of("viewer", viewer.id()));
  }

  private Function<UserRow, UserView> view() {
    boolean all = viewer.seesEverything();
    UUID self = viewer.id();
    return row -> all || row.id().equals(self) ? UserView.full(row) : UserView.limited(row);
  }
}
