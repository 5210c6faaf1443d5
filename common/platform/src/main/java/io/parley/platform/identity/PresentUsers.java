package io.parley.platform.identity;

import io.parley.events.configuration.User;
import io.parley.platform.configuration.ConfigurationSnapshot;
import io.parley.platform.configuration.ConfigurationView;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A token says who somebody was when it was issued; who may do what counts as the configuration has
 * it now. A user who was disabled or deleted gets no further. In a service that does not follow the
 * configuration, which is only admin-service, it leaves the matter to that service.
 */
@ApplicationScoped
class PresentUsers implements SecurityIdentityAugmentor {

  private final ConfigurationView configuration;
  private final Supplier<Map<String, User>> byEmail;

  PresentUsers(ConfigurationView configuration) {
    this.configuration = configuration;
    this.byEmail = configuration.derived(PresentUsers::byEmail);
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return identity.getPrincipal() instanceof VerifiedToken token && configuration.isComplete()
        ? Uni.createFrom().item(() -> present(identity, token))
        : Uni.createFrom().item(identity);
  }

  private SecurityIdentity present(SecurityIdentity identity, VerifiedToken token) {
    User user =
        find(token.subject())
            .filter(User::enabled)
            .orElseThrow(
                () -> new AuthenticationFailedException("the user of this token may not sign in"));
    return Identities.of(identity, user.id(), token.roles().orElse(user.roles()));
  }

  private Optional<User> find(TokenSubject subject) {
    return switch (subject) {
      case TokenSubject.ById byId -> configuration.current().user(byId.id());
      case TokenSubject.ByEmail address -> Optional.ofNullable(byEmail.get().get(address.email()));
    };
  }

  private static Map<String, User> byEmail(ConfigurationSnapshot snapshot) {
    return snapshot.all(User.class).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                User::email, Function.identity(), (first, second) -> first));
  }
}
