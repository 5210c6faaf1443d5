package io.parley.admin.provider;

import io.parley.channels.ChannelProviders;
import io.parley.platform.identity.Roles;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Providers over HTTP. They are part of the software, so they can be read and nothing else. */
@Path("/api/v1/providers")
@Tag(name = "Providers", description = "What accounts can be made for, and what they consist of")
@NonBlocking
class ProviderResource {

  private final ChannelProviders providers;

  ProviderResource(ChannelProviders providers) {
    this.providers = providers;
  }

  /**
   * Every provider; there are a dozen at most, so there are no pages.
   *
   * @param items in the order of their names
   */
  record Providers(List<ProviderView> items) {}

  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
  @Operation(operationId = "listProviders", summary = "List the providers")
  public Providers list() {
    return new Providers(providers.all().stream().map(ProviderView::of).toList());
  }

  @GET
  @Path("{name}")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
  @Operation(operationId = "readProvider", summary = "Read a provider")
  public ProviderView read(@PathParam("name") String name) {
    return providers
        .named(name)
        .map(ProviderView::of)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "There is no such provider; see the list at /api/v1/providers."));
  }
}
