package io.parley.platform.identity;

import io.parley.events.configuration.User;
import io.parley.platform.configuration.ConfigurationView;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A token lives for hours; who may do what counts as the configuration has it now. A user who was
 * disabled or deleted gets no further. In a service that does not follow the configuration, which
 * is only admin-service, it leaves the matter to that service.
 */
@ApplicationScoped
class PresentUsers implements SecurityIdentityAugmentor {

  private final ConfigurationView configuration;

  PresentUsers(ConfigurationView configuration) {
    this.configuration = configuration;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return identity.getPrincipal() instanceof JsonWebToken token && configuration.isComplete()
        ? Uni.createFrom().item(() -> present(identity, token))
        : Uni.createFrom().item(identity);
  }

  private SecurityIdentity present(SecurityIdentity identity, JsonWebToken token) {
    User user =
        configuration
            .current()
            .user(userId(token))
            .filter(User::enabled)
            .orElseThrow(
                () -> new AuthenticationFailedException("the user of this token may not sign in"));
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .addRoles(user.roles().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()))
        .build();
  }

  private static UUID userId(JsonWebToken token) {
    try {
      return UUID.fromString(token.getSubject());
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new AuthenticationFailedException("the token names no user", e);
    }
  }
}
