package io.parley.admin.identity;

import io.parley.admin.access.PasswordChange;
import io.parley.admin.access.SignInUser;
import io.parley.admin.access.SignInUsers;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.User.Role;
import io.parley.platform.identity.Caller;
import io.parley.platform.identity.Roles;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The caller, as the caller sees himself or herself. */
@Path("/api/v1/me")
@Tag(name = "Identity")
class MeResource {

  private final SignInUsers users;
  private final OwnPassword passwords;
  private final SignIns signIns;
  private final Caller caller;
  private final SecurityIdentity identity;
  private final Validator validator;

  MeResource(
      SignInUsers users,
      OwnPassword passwords,
      SignIns signIns,
      Caller caller,
      SecurityIdentity identity,
      Validator validator) {
    this.users = users;
    this.passwords = passwords;
    this.signIns = signIns;
    this.caller = caller;
    this.identity = identity;
    this.validator = validator;
  }

  /**
   * Another password.
   *
   * @param oldPassword the present one
   * @param newPassword the next one, at least 12 characters
   */
  @Schema(name = "OwnPasswordInput")
  record Passwords(
      @Schema(writeOnly = true) @NotEmpty @Size(max = 1000) String oldPassword,
      @Schema(writeOnly = true, minLength = 12, maxLength = 200) @NotEmpty String newPassword) {

    /** Leaves everything out. */
    @Override
    public String toString() {
      return "Passwords[…]";
    }
  }

  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.AGENT})
  @Operation(
      operationId = "readMe",
      summary = "Read who one is",
      description = "The roles are those in force for this token.")
  public Uni<SignedIn.Person> read() {
    return self()
        .map(
            user ->
                new SignedIn.Person(
                    user.id(),
                    user.name(),
                    user.email(),
                    identity.getRoles().stream().map(Role::valueOf).sorted().toList()));
  }

  @POST
  @Path("password")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.AGENT, PasswordChange.ROLE})
  @Operation(
      operationId = "changeOwnPassword",
      summary = "Set another password for oneself",
      description = "It ends all sessions of the user; the answer begins another one.")
  @APIResponse(responseCode = "200", description = "It is set; the token of the new session")
  @APIResponse(responseCode = "429", description = "Too many failures; see Retry-After")
  public Uni<RestResponse<SignedIn>> changePassword(
      @Nullable Passwords input, @Context HttpServerRequest request) {
    signIns.requireBuiltIn();
    if (input == null) {
      throw new ProblemException(ProblemType.UNREADABLE_BODY, "A JSON object is expected.");
    }
    Findings.of(validator, input).refuseIfAny();
    String address = request.remoteAddress().hostAddress();
    return self()
        .chain(user -> passwords.change(user, input.oldPassword(), input.newPassword(), address))
        .chain(this::self)
        .chain(signIns::begin);
  }

  private Uni<SignInUser> self() {
    UUID id = caller.id();
    return users
        .byId(id)
        .map(
            user ->
                user.orElseThrow(
                    () -> new ProblemException(ProblemType.NOT_FOUND, "You do not exist.")));
  }
}
