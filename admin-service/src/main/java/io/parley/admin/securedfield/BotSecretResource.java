package io.parley.admin.securedfield;

import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.platform.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The secret fields of a bot over HTTP. Field security profiles say who may do what, so every role
 * gets as far as here.
 */
@Path("/api/v1/bots/{id}/secrets")
@Tag(name = "Bots")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.AGENT})
class BotSecretResource {

  private final SecretAnswers answers;

  BotSecretResource(SecretAnswers answers) {
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listBotSecrets",
      summary = "List the secret fields of a bot",
      description = "Whether each is set and since when, and what the one who asks may do.")
  public Uni<SecretStates> list(@PathParam("id") UUID id) {
    return answers.states(owner(id));
  }

  @GET
  @Path("{field}")
  @Operation(
      operationId = "readBotSecret",
      summary = "Read the value of a secret field",
      description =
          "Only for members of a field security profile that grants it. Everybody who reads it"
              + " stands in the audit.")
  public Uni<RestResponse<SecretValue>> read(
      @PathParam("id") UUID id, @PathParam("field") String field) {
    return answers.read(owner(id), field);
  }

  @PUT
  @Path("{field}")
  @Operation(
      operationId = "setBotSecret",
      summary = "Set a secret field",
      description =
          "For administrators, unless a field security profile grants it to somebody; then for"
              + " these. The value before is not accepted any more.")
  public Uni<RestResponse<SecretState>> set(
      @PathParam("id") UUID id,
      @PathParam("field") String field,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable SecretValue body) {
    return answers.set(owner(id), field, ifMatch, body);
  }

  @POST
  @Path("{field}/rotation")
  @Operation(
      operationId = "rotateBotSecret",
      summary = "Set a secret field and accept the value before for a while",
      description =
          "For those who may set it. What comes from outside is accepted with either value until"
              + " the grace period ends; what we send uses the new one at once.")
  public Uni<RestResponse<SecretState>> rotate(
      @PathParam("id") UUID id,
      @PathParam("field") String field,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable SecretRotation body) {
    return answers.rotate(owner(id), field, ifMatch, body);
  }

  private static SecuredFields.Owner owner(UUID id) {
    return new SecuredFields.Owner(Kind.BOT, id);
  }
}
