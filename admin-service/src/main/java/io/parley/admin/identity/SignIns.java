package io.parley.admin.identity;

import io.parley.admin.access.SignInUser;
import io.parley.platform.identity.Identities;
import io.parley.platform.identity.IdentityConfiguration;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Gives users who have proven who they are what they go on with. */
@ApplicationScoped
class SignIns {

  private final Sessions sessions;
  private final OneTimePasswords oneTime;
  private final TokenIssuer tokens;
  private final IdentityConfiguration configuration;

  SignIns(
      Sessions sessions,
      OneTimePasswords oneTime,
      TokenIssuer tokens,
      IdentityConfiguration configuration) {
    this.sessions = sessions;
    this.oneTime = oneTime;
    this.tokens = tokens;
    this.configuration = configuration;
  }

  /**
   * Refuses where users sign in elsewhere.
   *
   * @throws ProblemException if built-in sign-in is switched off
   */
  void requireBuiltIn() {
    if (!Identities.areBuiltIn(configuration)) {
      throw new ProblemException(
          ProblemType.SIGN_IN_REFUSED, "Users do not sign in here but at the configured issuer.");
    }
  }

  /** Begins a session, or lets the user set a password where a one-time one was given. */
  Uni<RestResponse<SignedIn>> begin(SignInUser user) {
    return oneTime
        .has(user)
        .chain(
            onlyForPassword ->
                onlyForPassword
                    ? Uni.createFrom().item(() -> forPassword(user))
                    : sessions.begin(user).map(turn -> goingOn(user, turn)));
  }

  /** The next turn of a session. */
  RestResponse<SignedIn> goingOn(SignInUser user, Refresh.Turn turn) {
    TokenIssuer.Issued token = tokens.issue(user, turn);
    return answer(
        new SignedIn(
            token.value(),
            token.expiresAt(),
            turn.token().value(),
            turn.until(),
            false,
            SignedIn.Person.of(user)));
  }

  private RestResponse<SignedIn> forPassword(SignInUser user) {
    TokenIssuer.Issued token = tokens.forPassword(user);
    return answer(
        new SignedIn(token.value(), token.expiresAt(), null, null, true, SignedIn.Person.of(user)));
  }

  private static RestResponse<SignedIn> answer(SignedIn signedIn) {
    return ResponseBuilder.ok(signedIn).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
