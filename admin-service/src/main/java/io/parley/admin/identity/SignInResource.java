package io.parley.admin.identity;

import io.parley.admin.password.Passwords;
import io.parley.admin.user.Users;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.User;
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
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in of built-in users. An unknown user, a wrong password and a disabled user get the same
 * answer after the same work, so that nobody learns who has an account.
 */
@Path("/api/v1/sign-in")
@Tag(name = "Identity")
class SignInResource {

  private static final Logger LOG = Logger.getLogger(SignInResource.class);

  private final Users users;
  private final Passwords passwords;
  private final Attempts attempts;
  private final TokenIssuer tokens;
  private final Validator validator;

  SignInResource(
      Users users,
      Passwords passwords,
      Attempts attempts,
      TokenIssuer tokens,
      Validator validator) {
    this.users = users;
    this.passwords = passwords;
    this.attempts = attempts;
    this.tokens = tokens;
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
   * What a user gets.
   *
   * @param token to be sent as {@code Authorization: Bearer}
   * @param expiresAt when it stops being valid
   * @param user the user
   */
  @Schema(name = "SignedIn")
  record SignedIn(String token, Instant expiresAt, User user) {

    /** Leaves the token out. */
    @Override
    public String toString() {
      return "SignedIn[" + user.id() + "]";
    }
  }

  @POST
  @PermitAll
  @Operation(operationId = "signIn", summary = "Get a token for e-mail and password")
  @APIResponse(responseCode = "200", description = "The token")
  @APIResponse(responseCode = "401", description = "E-mail or password is wrong")
  @APIResponse(responseCode = "429", description = "Too many failures; see Retry-After")
  public Uni<RestResponse<SignedIn>> signIn(
      @Nullable Credentials credentials, @Context HttpServerRequest request) {
    if (credentials == null) {
      throw new ProblemException(ProblemType.UNREADABLE_BODY, "A JSON object is expected.");
    }
    Findings.of(validator, credentials).refuseIfAny();
    Attempts.Subjects subjects =
        Attempts.Subjects.of(credentials.email(), request.remoteAddress().hostAddress());
    return attempts
        .count(subjects)
        .chain(() -> users.withEmail(credentials.email()))
        .chain(user -> proven(credentials, user))
        .call(user -> attempts.forgive(subjects))
        .map(this::answer);
  }

  private Uni<User> proven(Credentials credentials, Optional<Users.Known> known) {
    return passwords
        .isRight(credentials.password(), known.flatMap(Users.Known::password))
        .map(
            right ->
                known
                    .map(Users.Known::user)
                    .filter(user -> right && user.enabled())
                    .orElseThrow(SignInResource::refusal));
  }

  private RestResponse<SignedIn> answer(User user) {
    TokenIssuer.Issued token = tokens.issue(user);
    LOG.infof("User signed in. userId=%s", user.id());
    return ResponseBuilder.ok(new SignedIn(token.value(), token.expiresAt(), user))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static ProblemException refusal() {
    return new ProblemException(
        ProblemType.SIGN_IN_REFUSED, "No enabled user has this e-mail address and password.");
  }
}
