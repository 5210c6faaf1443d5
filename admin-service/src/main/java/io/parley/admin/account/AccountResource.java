package io.parley.admin.account;

import io.parley.admin.access.Viewer;
import io.parley.admin.configuration.Answers;
import io.parley.admin.configuration.ConfigurationObjects;
import io.parley.admin.configuration.Page;
import io.parley.admin.configuration.PageRequest;
import io.parley.admin.configuration.Restriction;
import io.parley.channels.ChannelProviders;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Accounts over HTTP. */
@Path(AccountResource.PATH)
@Tag(name = "Accounts", description = "Access to a provider for one channel")
class AccountResource {

  static final String PATH = "/api/v1/accounts";

  private final ConfigurationObjects objects;
  private final AccountRules rules;
  private final CallbackUrls callbackUrls;
  private final ChannelProviders providers;
  private final Viewer viewer;

  AccountResource(
      ConfigurationObjects objects,
      AccountRules rules,
      CallbackUrls callbackUrls,
      ChannelProviders providers,
      Viewer viewer) {
    this.objects = objects;
    this.rules = rules;
    this.callbackUrls = callbackUrls;
    this.providers = providers;
    this.viewer = viewer;
  }

  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
  @Operation(operationId = "listAccounts", summary = "List accounts")
  public Uni<Page<AccountView>> list(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after,
      @QueryParam("name") @Nullable String name) {
    boolean withUrls = viewer.isAdministrator();
    return objects
        .list(rules, PageRequest.parse(limit, after, name), Restriction.NONE)
        .map(page -> page.map(row -> view(row, withUrls)));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
  @Operation(operationId = "readAccount", summary = "Read an account")
  public Uni<RestResponse<AccountView>> read(@PathParam("id") UUID id) {
    boolean withUrls = viewer.isAdministrator();
    return objects
        .read(rules, id, Restriction.NONE)
        .map(row -> Answers.present(row, view(row, withUrls)));
  }

  @POST
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(operationId = "createAccount", summary = "Create an account")
  public Uni<RestResponse<AccountView>> create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable AccountInput input) {
    return objects
        .create(rules, input, viewer.id(), key)
        .map(row -> Answers.created(row, view(row, true), PATH));
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "replaceAccount",
      summary = "Replace an account",
      description = "A secret that is left out stays as it is; null removes it.")
  public Uni<RestResponse<AccountView>> replace(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable AccountInput input) {
    return objects
        .replace(rules, id, ifMatch, input, viewer.id())
        .map(row -> Answers.present(row, view(row, true)));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(operationId = "deleteAccount", summary = "Delete an account without addresses")
  public Uni<Void> delete(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return objects.delete(rules, id, ifMatch, viewer.id());
  }

  private AccountView view(AccountRow row, boolean withUrls) {
    return AccountView.of(row, providers, withUrls ? callbackUrls.of(row) : List.of());
  }
}
