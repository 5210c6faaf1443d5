package io.parley.platform.identity;

import io.parley.events.configuration.User.Role;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/** A token that was checked, and what it means in Parley. */
public final class VerifiedToken extends DefaultJWTCallerPrincipal {

  private final boolean own;
  private final TokenSubject subject;
  private final @Nullable Set<Role> roles;
  private final @Nullable UUID session;

  private VerifiedToken(
      boolean own,
      String token,
      JwtClaims claims,
      TokenSubject subject,
      @Nullable Set<Role> roles,
      @Nullable UUID session) {
    super(token, "JWT", claims);
    this.own = own;
    this.subject = subject;
    this.roles = roles == null ? null : Set.copyOf(roles);
    this.session = session;
  }

  static VerifiedToken own(
      String token, JwtClaims claims, TokenSubject subject, Optional<UUID> session) {
    return new VerifiedToken(true, token, claims, subject, null, session.orElse(null));
  }

  static VerifiedToken outside(
      String token, JwtClaims claims, TokenSubject subject, Optional<Set<Role>> roles) {
    return new VerifiedToken(false, token, claims, subject, roles.orElse(null), null);
  }

  /** Whether Parley itself has issued it. */
  public boolean isOwn() {
    return own;
  }

  /** Whom it speaks of. */
  public TokenSubject subject() {
    return subject;
  }

  /** The roles that another issuer gives; empty where the user's own roles count. */
  public Optional<Set<Role>> roles() {
    return Optional.ofNullable(roles);
  }

  /** The session of built-in sign-in that it belongs to; empty for tokens of another issuer. */
  public Optional<UUID> session() {
    return Optional.ofNullable(session);
  }

  /** None: until it is known whose token it is, it opens nothing. */
  @Override
  public Set<String> getGroups() {
    return Set.of();
  }
}
