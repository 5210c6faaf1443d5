package io.parley.platform.identity;

import io.parley.events.configuration.User.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who a request comes from, once the token's user is known. */
public final class Identities {

  static final String USER = "parley.user";

  private Identities() {}

  /** Whether Parley issues and takes tokens of its own. */
  public static boolean areBuiltIn(IdentityConfiguration configuration) {
    return configuration.builtInSignIn() || configuration.issuer().isEmpty();
  }

  /** The same identity as this user with these roles and no others. */
  public static SecurityIdentity of(SecurityIdentity identity, UUID user, Set<Role> roles) {
    return named(
        identity, user, roles.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()));
  }

  /** The same identity as this user, with roles that are not those of a user. */
  public static SecurityIdentity named(SecurityIdentity identity, UUID user, Set<String> roles) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .addAttribute(USER, user)
        .addRoles(roles)
        .build();
  }
}
