package io.parley.routing.desk;

import io.parley.platform.identity.Caller;
import io.parley.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Answers to offers. */
@Path("/api/v1/offers/{id}")
@RolesAllowed(Roles.AGENT)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Offers")
class OfferResource {

  private final Caller caller;
  private final Desk desk;

  OfferResource(Caller caller, Desk desk) {
    this.caller = caller;
    this.desk = desk;
  }

  @POST
  @Path("/accept")
  @Operation(summary = "Take the conversation. Needs If-Match with the version of the offer.")
  public RestResponse<ConversationView> accept(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return ConversationResource.respond(desk.accept(caller.id(), id, Versions.required(ifMatch)));
  }

  @POST
  @Path("/decline")
  @Operation(summary = "Do not take it; it goes back to its place in the queue.")
  public RestResponse<ConversationView> decline(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return ConversationResource.respond(desk.decline(caller.id(), id, Versions.required(ifMatch)));
  }
}
