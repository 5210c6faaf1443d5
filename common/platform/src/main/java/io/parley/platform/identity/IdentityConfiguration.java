package io.parley.platform.identity;

import io.parley.events.configuration.User.Role;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Who issues tokens besides Parley itself: any OpenID Connect issuer. All services that take tokens
 * need the same values.
 */
@ConfigMapping(prefix = "parley.identity")
public interface IdentityConfiguration {

  /**
   * The issuer, exactly as its tokens name it ({@code iss}). Without it only Parley's own tokens
   * are taken.
   */
  Optional<String> issuer();

  /** What a token must be meant for ({@code aud}); needed with an issuer. */
  Optional<String> audience();

  /** The issuer's key set; if left out, its discovery document names it. */
  Optional<URI> jwksUrl();

  /** How a token leads to a user of Parley. */
  @WithDefault("email")
  Link link();

  /** The claim with the id of the user in Parley, for {@link Link#SUBJECT}. */
  @WithDefault("sub")
  String subjectClaim();

  /** The claim with the e-mail address, for {@link Link#EMAIL}. */
  @WithDefault("email")
  String emailClaim();

  /**
   * The claim that must be true for an e-mail address to count. Empty: every address counts; only
   * for an issuer whose users cannot choose their own.
   */
  @WithDefault("email_verified")
  Optional<String> emailVerifiedClaim();

  /**
   * The claim that lists roles, as a path such as {@code realm_access/roles}. If left out, the
   * user's roles in Parley count.
   */
  Optional<String> rolesClaim();

  /**
   * What the issuer's roles mean in Parley; others mean nothing. Without any entry, the issuer's
   * roles have Parley's names.
   */
  Map<String, Role> roleMap();

  /** How far the issuer's clock may be off. */
  @WithDefault("PT30S")
  Duration clockSkew();

  /** Whether e-mail and password are accepted as well. Without another issuer they always are. */
  @WithDefault("true")
  boolean builtInSignIn();

  /** How a token of another issuer leads to a user of Parley. */
  enum Link {
    /** By verified e-mail address. */
    EMAIL,
    /** The subject is the id of the user in Parley. */
    SUBJECT
  }
}
