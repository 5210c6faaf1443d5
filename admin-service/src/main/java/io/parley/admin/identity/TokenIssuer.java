package io.parley.admin.identity;

import io.parley.admin.access.PasswordChange;
import io.parley.admin.access.SignInUser;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Issues tokens to users who have signed in. */
@ApplicationScoped
class TokenIssuer {

  private final SigningKeys keys;
  private final TokenConfiguration configuration;
  private final Clock clock;

  TokenIssuer(SigningKeys keys, TokenConfiguration configuration, Clock clock) {
    this.keys = keys;
    this.configuration = configuration;
    this.clock = clock;
  }

  /**
   * A signed token.
   *
   * @param value compact form, to be sent as bearer token
   * @param expiresAt when it stops being valid
   */
  record Issued(String value, Instant expiresAt) {

    /** Leaves out what gives access. */
    @Override
    public String toString() {
      return "Issued[" + expiresAt + "]";
    }
  }

  /** A token for everything that the user may do. */
  Issued issue(SignInUser user, Refresh.Turn turn) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant longest = now.plus(configuration.lifetime());
    Instant expiresAt =
        (turn.endsAt().isBefore(longest) ? turn.endsAt() : longest).truncatedTo(ChronoUnit.SECONDS);
    return sign(
        claims(user, configuration.audience(), now)
            .claim("sid", turn.session().toString())
            .claim("roles", user.roles().stream().sorted().map(Enum::name).toList()),
        expiresAt);
  }

  /** A token for setting a password and nothing else. */
  Issued forPassword(SignInUser user) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return sign(claims(user, PasswordChange.AUDIENCE, now), now.plus(configuration.lifetime()));
  }

  private JwtClaimsBuilder claims(SignInUser user, String audience, Instant now) {
    return Jwt.claims()
        .issuer(configuration.issuer())
        .audience(audience)
        .subject(user.id().toString())
        .issuedAt(now);
  }

  private Issued sign(JwtClaimsBuilder claims, Instant expiresAt) {
    SigningKey key = keys.signing();
    String token =
        claims
            .expiresAt(expiresAt)
            .jws()
            .keyId(key.id())
            .algorithm(SignatureAlgorithm.ES256)
            .sign(key.privateKey());
    return new Issued(token, expiresAt);
  }
}
