package io.parley.platform.identity;

import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The user who makes the present request, as the token says. */
@RequestScoped
public class Caller {

  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** Id of the user. */
  public UUID id() {
    @Nullable UUID known = identity.getAttribute(Identities.USER);
    if (known != null) {
      return known;
    }
    // Where the configuration is not known yet, a token of our own still names its user.
    if (identity.getPrincipal() instanceof VerifiedToken token
        && token.subject() instanceof TokenSubject.ById byId) {
      return byId.id();
    }
    throw new ProblemException(ProblemType.UNAUTHENTICATED, "The token names no user of Parley.");
  }

  /** The session of built-in sign-in that the request belongs to; empty for another issuer's. */
  public Optional<UUID> session() {
    return identity.getPrincipal() instanceof VerifiedToken token
        ? token.session()
        : Optional.empty();
  }
}
