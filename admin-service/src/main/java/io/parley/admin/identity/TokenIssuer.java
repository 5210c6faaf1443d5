package io.parley.admin.identity;

import io.parley.events.configuration.User;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Issues tokens to users who have signed in. */
@ApplicationScoped
class TokenIssuer {

  private final SigningKey key;
  private final TokenConfiguration configuration;
  private final Clock clock;

  TokenIssuer(SigningKey key, TokenConfiguration configuration, Clock clock) {
    this.key = key;
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

  Issued issue(User user) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = now.plus(configuration.lifetime());
    String token =
        Jwt.claims()
            .issuer(configuration.issuer())
            .audience(configuration.audience())
            .subject(user.id().toString())
            .claim("roles", user.roles().stream().sorted().map(Enum::name).toList())
            .issuedAt(now)
            .expiresAt(expiresAt)
            .jws()
            .keyId(key.id())
            .algorithm(SignatureAlgorithm.ES256)
            .sign(key.privateKey());
    return new Issued(token, expiresAt);
  }
}
