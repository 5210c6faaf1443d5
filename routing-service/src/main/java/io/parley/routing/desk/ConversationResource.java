package io.parley.routing.desk;

import io.parley.platform.identity.Caller;
import io.parley.platform.identity.Roles;
import io.parley.platform.time.Identifiers;
import io.parley.routing.classification.EngagementContext;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Conversations: read, answer, end, close, re-open. */
@Path("/api/v1/conversations/{id}")
@RolesAllowed(Roles.AGENT)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Conversations")
class ConversationResource {

  private static final int MOST = 500;

  private final Caller caller;
  private final Desk desk;
  private final DeskLists lists;
  private final Replies replies;
  private final Identifiers identifiers;

  ConversationResource(
      Caller caller, Desk desk, DeskLists lists, Replies replies, Identifiers identifiers) {
    this.caller = caller;
    this.desk = desk;
    this.lists = lists;
    this.replies = replies;
    this.identifiers = identifiers;
  }

  @GET
  @Operation(summary = "The conversation. Its ETag is the version that commands need.")
  public RestResponse<ConversationView> read(@PathParam("id") UUID id) {
    return respond(lists.conversation(caller.id(), id));
  }

  @GET
  @Path("/context")
  @Operation(summary = "What the channel said when the conversation opened, for rules and people.")
  public EngagementContext context(@PathParam("id") UUID id) {
    return lists.context(caller.id(), id);
  }

  @GET
  @Path("/messages")
  @Operation(summary = "The thread, oldest first, with what became of each reply.")
  public Page<MessageView> messages(
      @PathParam("id") UUID id,
      @QueryParam("after") @DefaultValue("0") @Min(0) long after,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(MOST) int limit) {
    return lists.messages(caller.id(), id, after, limit);
  }

  @POST
  @Path("/messages")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary =
          "Answer. Needs If-Match. With an id chosen by the client, the same request again is the"
              + " same message.")
  public RestResponse<MessageView> reply(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ReplyRequest request) {
    long version = Versions.required(ifMatch);
    UUID messageId = Optional.ofNullable(request.id()).orElseGet(identifiers::next);
    Replies.Reply reply = replies.reply(caller.id(), id, version, messageId, request.draft());
    return RestResponse.status(
        reply.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK, reply.message());
  }

  @POST
  @Path("/end")
  @Operation(summary = "The conversation is over for the customer; wrap-up begins.")
  public RestResponse<ConversationView> end(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return respond(desk.end(caller.id(), id, Versions.required(ifMatch)));
  }

  @POST
  @Path("/close")
  @Operation(
      summary =
          "Close my session: an accepted conversation then waits for the customer, one in wrap-up"
              + " is closed.")
  public RestResponse<ConversationView> close(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return respond(desk.close(caller.id(), id, Versions.required(ifMatch)));
  }

  @POST
  @Path("/reopen")
  @Operation(summary = "Go on with a conversation of mine that waits for the customer.")
  public RestResponse<ConversationView> reopen(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return respond(desk.reopen(caller.id(), id, Versions.required(ifMatch)));
  }

  static RestResponse<ConversationView> respond(ConversationView view) {
    return RestResponse.ResponseBuilder.ok(view).tag(Versions.tag(view.version())).build();
  }
}
