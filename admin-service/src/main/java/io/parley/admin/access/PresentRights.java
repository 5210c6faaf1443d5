package io.parley.admin.access;

import io.parley.platform.identity.Identities;
import io.parley.platform.identity.TokenSubject;
import io.parley.platform.identity.VerifiedToken;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * A token says who somebody was when it was issued; here, where rights are given and taken, they
 * count as they are now. A user who was disabled or deleted, or whose session was ended, gets no
 * further.
 */
@ApplicationScoped
class PresentRights implements SecurityIdentityAugmentor {

  private final SignInUsers users;
  private final SessionCheck sessions;

  PresentRights(SignInUsers users, SessionCheck sessions) {
    this.users = users;
    this.sessions = sessions;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof VerifiedToken token)) {
      return Uni.createFrom().item(identity);
    }
    return find(token.subject())
        .map(user -> user.filter(SignInUser::enabled).orElseThrow(PresentRights::refusal))
        .call(user -> requireLiveSession(token, user))
        .map(user -> present(identity, token, user));
  }

  private Uni<Optional<SignInUser>> find(TokenSubject subject) {
    return switch (subject) {
      case TokenSubject.ById byId -> users.byId(byId.id());
      case TokenSubject.ByEmail address -> users.byEmail(address.email());
    };
  }

  private Uni<Void> requireLiveSession(VerifiedToken token, SignInUser user) {
    if (!token.isOwn() || isForPasswordOnly(token)) {
      return Uni.createFrom().voidItem();
    }
    return sessions
        .isLive(token.session().orElseThrow(PresentRights::refusal), user)
        .invoke(PresentRights::requireLive)
        .replaceWithVoid();
  }

  private static void requireLive(boolean live) {
    if (!live) {
      throw refusal();
    }
  }

  private static SecurityIdentity present(
      SecurityIdentity identity, VerifiedToken token, SignInUser user) {
    return isForPasswordOnly(token)
        ? Identities.named(identity, user.id(), Set.of(PasswordChange.ROLE))
        : Identities.of(identity, user.id(), token.roles().orElse(user.roles()));
  }

  private static boolean isForPasswordOnly(VerifiedToken token) {
    return token.isOwn() && token.getAudience().contains(PasswordChange.AUDIENCE);
  }

  private static AuthenticationFailedException refusal() {
    return new AuthenticationFailedException("the user of this token may not sign in any more");
  }
}
