package io.parley.routing.desk;

import io.parley.events.ConversationState;
import io.parley.events.Presence;
import io.parley.platform.configuration.ConfigurationView;
import io.parley.platform.identity.Caller;
import io.parley.platform.identity.Roles;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.routing.agent.AgentRow;
import io.parley.routing.agent.Agents;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The calling agent: presence, offers, conversations. */
@Path("/api/v1/me")
@RolesAllowed(Roles.AGENT)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Agent")
class AgentResource {

  private static final int MOST = 200;

  private final Caller caller;
  private final Agents agents;
  private final DeskLists lists;
  private final ConfigurationView configuration;

  AgentResource(Caller caller, Agents agents, DeskLists lists, ConfigurationView configuration) {
    this.caller = caller;
    this.agents = agents;
    this.lists = lists;
    this.configuration = configuration;
  }

  @GET
  @Operation(
      summary = "Who I am: presence, capacity, queues. The ETag is needed to set the presence.")
  public RestResponse<AgentView> me() {
    return view(agents.find(caller.id()).orElseThrow(AgentResource::notAnAgent));
  }

  /** A wished presence. */
  public record PresenceRequest(@NotNull Presence presence) {}

  @PUT
  @Path("/presence")
  @Operation(summary = "Set my presence. Needs If-Match with the ETag of GET /me.")
  public RestResponse<AgentView> presence(
      @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid PresenceRequest request) {
    long version = Versions.required(ifMatch);
    return switch (agents.set(caller.id(), request.presence(), version)) {
      case Agents.Outcome.Done done -> view(done.agent());
      case Agents.Outcome.Conflict conflict ->
          throw new ProblemException(
              ProblemType.VERSION_CONFLICT,
              "Your presence was changed meanwhile: it is "
                  + conflict.agent().presence()
                  + " at version "
                  + conflict.agent().version()
                  + ".");
      case Agents.Outcome.Unknown unknown -> throw notAnAgent();
    };
  }

  @GET
  @Path("/offers")
  @Operation(summary = "What I am asked to take, the one that ends first before the others.")
  public List<OfferView> offers() {
    return lists.offers(caller.id());
  }

  @GET
  @Path("/conversations")
  @Operation(summary = "My accepted, waiting and wrapped-up conversations, the liveliest first.")
  public Page<ConversationView> conversations(
      @QueryParam("state") @Nullable Set<ConversationState> states,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MOST) int limit) {
    Set<ConversationState> wanted =
        states == null || states.isEmpty() ? EnumSet.allOf(ConversationState.class) : states;
    return lists.conversations(caller.id(), wanted, cursor(after), limit);
  }

  private static DeskLists.@Nullable Cursor cursor(@Nullable String text) {
    try {
      return text == null ? null : DeskLists.Cursor.parse(text);
    } catch (RuntimeException e) {
      throw ProblemException.invalid("after", "must be 'next' of the page before");
    }
  }

  private RestResponse<AgentView> view(AgentRow agent) {
    return RestResponse.ResponseBuilder.ok(AgentView.of(agent, configuration.current()))
        .tag(Versions.tag(agent.version()))
        .build();
  }

  private static ProblemException notAnAgent() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "You are not known as an agent, or not yet; try again in a second.");
  }
}
