package io.parley.admin.identity;

import io.parley.admin.access.SignInUser;
import io.parley.admin.access.SignInUsers;
import io.parley.admin.audit.AuditTrail;
import io.parley.admin.audit.Line;
import io.parley.admin.configuration.Deed;
import io.parley.admin.configuration.Deeds;
import io.parley.admin.password.Passwords;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in of built-in users. An unknown user, a wrong password, a user without password and a
 * disabled user get the same answer after the same work, so that nobody learns who has an account.
 */
@Path("/api/v1/sign-in")
@Tag(name = "Identity")
class SignInResource {

  private static final Logger LOG = Logger.getLogger(SignInResource.class);

  private final SignInUsers users;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Sessions sessions;
  private final SignIns signIns;
  private final Deeds deeds;
  private final AuditTrail trail;
  private final Validator validator;

  SignInResource(
      SignInUsers users,
      Passwords passwords,
      Attempts attempts,
      Sessions sessions,
      SignIns signIns,
      Deeds deeds,
      AuditTrail trail,
      Validator validator) {
    this.users = users;
    this.passwords = passwords;
    this.attempts = attempts;
    this.sessions = sessions;
    this.signIns = signIns;
    this.deeds = deeds;
    this.trail = trail;
    this.validator = validator;
  }

  /**
   * What a user proves an identity with.
   *
   * @param email how the user signs in
   * @param password the user's password
   */
  @Schema(name = "SignIn")
  record Credentials(
      @NotBlank @Size(max = 254) String email,
      @Schema(writeOnly = true) @NotEmpty @Size(max = 1000) String password) {

    /** Leaves everything out. */
    @Override
    public String toString() {
      return "Credentials[…]";
    }
  }

  /**
   * What a session goes on with.
   *
   * @param refreshToken from the last answer; it can be used once
   */
  @Schema(name = "SignInRefresh")
  record Continuation(@Schema(writeOnly = true) @NotEmpty @Size(max = 1000) String refreshToken) {

    /** Leaves everything out. */
    @Override
    public String toString() {
      return "Continuation[…]";
    }
  }

  @POST
  @PermitAll
  @Operation(
      operationId = "signIn",
      summary = "Get a token for e-mail and password",
      description =
          "The token is valid for some minutes; refresh it before. With a one-time password it is"
              + " good only for setting another one.")
  @APIResponse(responseCode = "200", description = "The token")
  @APIResponse(responseCode = "401", description = "E-mail or password is wrong")
  @APIResponse(responseCode = "429", description = "Too many failures; see Retry-After")
  public Uni<RestResponse<SignedIn>> signIn(
      @Nullable Credentials credentials, @Context HttpServerRequest request) {
    signIns.requireBuiltIn();
    Credentials given = required(credentials);
    Attempts.Subjects subjects =
        Attempts.Subjects.of(given.email(), request.remoteAddress().hostAddress());
    return attempts
        .count(subjects)
        .chain(() -> users.byEmail(given.email()))
        .chain(user -> proven(given, user))
        .call(() -> attempts.forgive(subjects))
        .invoke(user -> LOG.infof("User signed in. userId=%s", user.id()))
        .call(user -> trail.note(Line.of(user.id(), "SIGNED_IN", "USER", user.id(), null, null)))
        .chain(signIns::begin);
  }

  @POST
  @Path("refresh")
  @PermitAll
  @Operation(
      operationId = "refreshSignIn",
      summary = "Get the next token for a refresh token",
      description =
          "Each refresh token can be used once and gives the next one. One that comes a second time"
              + " ends the session: two have it. So does another password, other roles, or a user"
              + " who may not sign in any more.")
  @APIResponse(responseCode = "200", description = "The next token")
  @APIResponse(responseCode = "401", description = "The session is over: sign in again")
  public Uni<RestResponse<SignedIn>> refresh(@Nullable Continuation continuation) {
    signIns.requireBuiltIn();
    return sessions
        .refresh(new RefreshToken(required(continuation).refreshToken()))
        .chain(this::answer);
  }

  private <T> T required(@Nullable T body) {
    if (body == null) {
      throw new ProblemException(ProblemType.UNREADABLE_BODY, "A JSON object is expected.");
    }
    Findings.of(validator, body).refuseIfAny();
    return body;
  }

  private Uni<SignInUser> proven(Credentials credentials, Optional<SignInUser> user) {
    return passwords
        .isRight(credentials.password(), user.flatMap(SignInUser::passwordHash))
        .map(
            right ->
                user.filter(found -> right && found.enabled())
                    .orElseThrow(SignInResource::refusal));
  }

  private Uni<RestResponse<SignedIn>> answer(Refresh refresh) {
    return switch (refresh) {
      case Refresh.GoesOn goesOn ->
          Uni.createFrom().item(() -> signIns.goingOn(goesOn.user(), goesOn.turn()));
      case Refresh.Reused reused ->
          deeds
              .record(
                  new Deed(
                      "REFRESH_TOKEN_REUSED",
                      Kind.USER,
                      reused.userId(),
                      Map.of("sessionId", reused.session())),
                  reused.userId(),
                  () -> Uni.createFrom().voidItem())
              .chain(() -> Uni.createFrom().failure(SignInResource::sessionOver));
      case Refresh.Refused refused -> Uni.createFrom().failure(SignInResource::sessionOver);
    };
  }

  private static ProblemException refusal() {
    return new ProblemException(
        ProblemType.SIGN_IN_REFUSED, "No enabled user has this e-mail address and password.");
  }

  private static ProblemException sessionOver() {
    return new ProblemException(
        ProblemType.SIGN_IN_REFUSED, "The session is over; sign in with e-mail and password.");
  }
}
