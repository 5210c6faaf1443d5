package io.parley.platform.identity;

import io.parley.events.configuration.User.Role;
import io.parley.platform.identity.IdentityConfiguration.Link;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of another issuer mean in Parley.
 *
 * @param link how a token leads to a user
 * @param subjectClaim holds the id of the user, for {@link Link#SUBJECT}
 * @param emailClaim holds the e-mail address, for {@link Link#EMAIL}
 * @param verifiedClaim must be true for the address to count, if there is one
 * @param rolesClaim path of the claim with roles; if there is none, the token says nothing of roles
 * @param roleMap what the issuer's roles mean; when empty, they have Parley's names
 */
record OutsideClaims(
    Link link,
    String subjectClaim,
    String emailClaim,
    Optional<String> verifiedClaim,
    Optional<String> rolesClaim,
    Map<String, Role> roleMap) {

  OutsideClaims {
    roleMap = Map.copyOf(roleMap);
  }

  static OutsideClaims of(IdentityConfiguration configuration) {
    return new OutsideClaims(
        configuration.link(),
        configuration.subjectClaim(),
        configuration.emailClaim(),
        configuration.emailVerifiedClaim(),
        configuration.rolesClaim(),
        configuration.roleMap());
  }

  /** The user, if the token names one in the way that is agreed. */
  Optional<TokenSubject> subject(Map<String, Object> claims) {
    return switch (link) {
      case SUBJECT -> text(claims, subjectClaim).flatMap(OutsideClaims::id);
      case EMAIL ->
          text(claims, emailClaim)
              .filter(email -> isVerified(claims))
              .map(TokenSubject.ByEmail::new);
    };
  }

  /** The roles that the token gives; empty if roles are not the token's matter. */
  Optional<Set<Role>> roles(Map<String, Object> claims) {
    return rolesClaim.map(path -> meaning(names(at(claims, path))));
  }

  private boolean isVerified(Map<String, Object> claims) {
    // Some issuers send the word instead of the value.
    return verifiedClaim
        .map(claim -> "true".equals(String.valueOf(claims.get(claim))))
        .orElse(true);
  }

  private Set<Role> meaning(Collection<String> names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : names) {
      if (roleMap.isEmpty()) {
        Arrays.stream(Role.values())
            .filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT)))
            .forEach(roles::add);
      } else {
        Optional.ofNullable(roleMap.get(name)).ifPresent(roles::add);
      }
    }
    return roles;
  }

  /** A claim's own name may hold slashes; only if there is none with that name it is a path. */
  private static @Nullable Object at(Map<String, Object> claims, String path) {
    if (claims.containsKey(path)) {
      return claims.get(path);
    }
    Object value = claims;
    for (String step : path.split("/", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return value;
  }

  private static List<String> names(@Nullable Object value) {
    return switch (value) {
      case String text -> Arrays.asList(text.split("[ ,]+", -1));
      case Collection<?> several ->
          several.stream().filter(Objects::nonNull).map(String::valueOf).toList();
      case null, default -> List.of();
    };
  }

  private static Optional<String> text(Map<String, Object> claims, String claim) {
    return claims.get(claim) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<TokenSubject> id(String text) {
    try {
      return Optional.of(new TokenSubject.ById(UUID.fromString(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
