package io.parley.admin.deadletter;

import io.parley.admin.access.Viewer;
import io.parley.platform.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Webhooks that were not understood, over HTTP. */
@Path("/api/v1/dead-letters/webhooks")
@Tag(name = "Dead letters", description = "What services could not understand or handle")
class WebhookLetterResource {

  private final Letters letters;
  private final Replays replays;
  private final Viewer viewer;

  WebhookLetterResource(Letters letters, Replays replays, Viewer viewer) {
    this.letters = letters;
    this.replays = replays;
    this.viewer = viewer;
  }

  @GET
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "listWebhookLetters",
      summary = "List webhooks that were not understood, newest first",
      description =
          "A page may hold fewer items than asked for, or none, although there are more: go on while"
              + " there is a next one.")
  public Uni<WebhookLetterView.Page> list(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after,
      @QueryParam("account") @Nullable String account,
      @QueryParam("provider") @Nullable String provider,
      @QueryParam("since") @Nullable String since,
      @Parameter(description = "OPEN, which is the default, REPLAYED, DISCARDED or ALL")
          @QueryParam("state")
          @Nullable String state) {
    return letters
        .page(
            LetterRequest.webhooks(
                new LetterRequest.Parameters(limit, after, since, state), account, provider))
        .map(WebhookLetterView.Page::of);
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(operationId = "readWebhookLetter", summary = "Read a webhook that was not understood")
  public Uni<WebhookLetterDetail> read(@PathParam("id") String id) {
    UUID author = viewer.id();
    return webhook(id)
        .call(whole -> replays.seen(whole.letter(), author))
        .map(whole -> WebhookLetterDetail.of((WebhookLetter) whole.letter(), whole));
  }

  @POST
  @Path("{id}/replay")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @ResponseStatus(202)
  @Operation(
      operationId = "replayWebhookLetter",
      summary = "Have a webhook read again",
      description =
          "Ingress reads it as the account is configured now. What it understands has the ids that"
              + " it would have had at first, so replaying twice changes nothing. What is still not"
              + " understood becomes another dead letter.")
  @APIResponse(responseCode = "202", description = "It will be read again")
  public Uni<Void> replay(@PathParam("id") String id) {
    UUID author = viewer.id();
    return webhook(id).chain(whole -> replays.replay(whole, null, author));
  }

  private Uni<Letters.Whole> webhook(String id) {
    return letters
        .one(LetterId.parse(id))
        .invoke(
            whole -> {
              if (!(whole.letter() instanceof WebhookLetter)) {
                throw Letters.unknown();
              }
            });
  }
}
