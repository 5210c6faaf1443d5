package io.parley.admin.address;

import io.parley.admin.access.Viewer;
import io.parley.admin.account.Accounts;
import io.parley.admin.configuration.Answers;
import io.parley.admin.configuration.ConfigurationObjects;
import io.parley.admin.configuration.Page;
import io.parley.admin.configuration.PageRequest;
import io.parley.admin.configuration.References;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Channel addresses over HTTP. */
@Path(ChannelAddressResource.PATH)
@Tag(name = "Channel addresses", description = "The addresses of ours that customers write to")
class ChannelAddressResource {

  static final String PATH = "/api/v1/channel-addresses";

  private final ConfigurationObjects objects;
  private final ChannelAddresses addresses;
  private final Accounts accounts;
  private final References references;
  private final ChannelProviders providers;
  private final Viewer viewer;

  ChannelAddressResource(
      ConfigurationObjects objects,
      ChannelAddresses addresses,
      Accounts accounts,
      References references,
      ChannelProviders providers,
      Viewer viewer) {
    this.objects = objects;
    this.addresses = addresses;
    this.accounts = accounts;
    this.references = references;
    this.providers = providers;
    this.viewer = viewer;
  }

  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
  @Operation(operationId = "listChannelAddresses", summary = "List channel addresses")
  public Uni<Page<ChannelAddressView>> list(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after,
      @QueryParam("name") @Nullable String name) {
    return objects
        .list(rules(), PageRequest.parse(limit, after, name), Restriction.NONE)
        .map(page -> page.map(ChannelAddressView::of));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
  @Operation(operationId = "readChannelAddress", summary = "Read a channel address")
  public Uni<RestResponse<ChannelAddressView>> read(@PathParam("id") UUID id) {
    return objects
        .read(rules(), id, Restriction.NONE)
        .map(row -> Answers.present(row, ChannelAddressView.of(row)));
  }

  @POST
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(operationId = "createChannelAddress", summary = "Create a channel address")
  public Uni<RestResponse<ChannelAddressView>> create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable ChannelAddressInput input) {
    return objects
        .create(rules(), input, viewer.id(), key)
        .map(row -> Answers.created(row, ChannelAddressView.of(row), PATH));
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(operationId = "replaceChannelAddress", summary = "Replace a channel address")
  public Uni<RestResponse<ChannelAddressView>> replace(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable ChannelAddressInput input) {
    return objects
        .replace(rules(), id, ifMatch, input, viewer.id())
        .map(row -> Answers.present(row, ChannelAddressView.of(row)));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "deleteChannelAddress",
      summary = "Delete a channel address that no workstream has taken up")
  public Uni<Void> delete(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return objects.delete(rules(), id, ifMatch, viewer.id());
  }

  private ChannelAddressRules rules() {
    return new ChannelAddressRules(addresses, accounts, references, providers);
  }
}
