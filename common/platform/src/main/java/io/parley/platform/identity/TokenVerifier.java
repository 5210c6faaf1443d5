package io.parley.platform.identity;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * Checks tokens: those of Parley itself and those of the configured issuer, each with its own keys,
 * audience and algorithms. Which of the two a token must pass is what it says of its issuer.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class TokenVerifier extends JWTCallerPrincipalFactory {

  /** The id of a session stands in the claim that OpenID Connect has for it. */
  static final String SESSION = "sid";

  private static final JwtConsumer UNCHECKED =
      new JwtConsumerBuilder()
          .setSkipAllValidators()
          .setDisableRequireSignature()
          .setSkipSignatureVerification()
          .build();

  private static final AlgorithmConstraints OWN =
      new AlgorithmConstraints(
          ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

  /** With a symmetric one, everybody who can read the public key could sign. */
  private static final AlgorithmConstraints ASYMMETRIC =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          AlgorithmIdentifiers.RSA_USING_SHA256,
          AlgorithmIdentifiers.RSA_USING_SHA384,
          AlgorithmIdentifiers.RSA_USING_SHA512,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
          AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
          AlgorithmIdentifiers.EDDSA);

  private final OwnKeys ownKeys;
  private final Clock clock;
  private final boolean takesOwn;
  private final Optional<Outside> outside;

  TokenVerifier(OwnKeys ownKeys, IdentityConfiguration configuration, Clock clock) {
    this.ownKeys = ownKeys;
    this.clock = clock;
    this.takesOwn = Identities.areBuiltIn(configuration);
    this.outside = configuration.issuer().map(issuer -> Outside.of(issuer, configuration, clock));
  }

  private record Outside(
      String issuer,
      String audience,
      int skewSeconds,
      VerificationKeyResolver keys,
      OutsideClaims claims) {

    static Outside of(String issuer, IdentityConfiguration configuration, Clock clock) {
      return new Outside(
          issuer,
          configuration
              .audience()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "parley.identity.issuer needs parley.identity.audience: without it,"
                              + " tokens for other applications would be taken")),
          (int) configuration.clockSkew().toSeconds(),
          configuration
              .jwksUrl()
              .map(URI::toString)
              .map(KeySets::at)
              .orElseGet(() -> new DiscoveredKeys(issuer, KeySets.http(), clock)),
          OutsideClaims.of(configuration));
    }
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo configured)
      throws ParseException {
    try {
      JwtContext unchecked = UNCHECKED.process(token);
      String issuer = unchecked.getJwtClaims().getIssuer();
      Optional<Outside> other = outside.filter(o -> o.issuer().equals(issuer));
      return other.isPresent()
          ? checked(token, unchecked, other.get())
          : checked(token, unchecked, configured);
    } catch (InvalidJwtException | MalformedClaimException e) {
      // The cause quotes the token's claims.
      throw new ParseException("the token is not valid");
    }
  }

  private VerifiedToken checked(String token, JwtContext unchecked, Outside by)
      throws InvalidJwtException, ParseException {
    consumer(by.keys(), by.issuer(), ASYMMETRIC)
        .setExpectedAudience(by.audience())
        .setAllowedClockSkewInSeconds(by.skewSeconds())
        .build()
        .processContext(unchecked);
    JwtClaims claims = unchecked.getJwtClaims();
    Map<String, Object> values = claims.getClaimsMap();
    TokenSubject subject =
        by.claims()
            .subject(values)
            .orElseThrow(() -> new ParseException("the token names no user of Parley"));
    return VerifiedToken.outside(token, claims, subject, by.claims().roles(values));
  }

  private VerifiedToken checked(String token, JwtContext unchecked, JWTAuthContextInfo configured)
      throws InvalidJwtException, MalformedClaimException, ParseException {
    if (!takesOwn) {
      throw new ParseException("built-in sign-in is switched off");
    }
    consumer(ownKeys.resolver(), configured.getIssuedBy(), OWN)
        .setRequireSubject()
        .setExpectedAudience(configured.getExpectedAudience().toArray(String[]::new))
        .build()
        .processContext(unchecked);
    JwtClaims claims = unchecked.getJwtClaims();
    return VerifiedToken.own(
        token,
        claims,
        new TokenSubject.ById(id(claims.getSubject())),
        claims.hasClaim(SESSION)
            ? Optional.of(id(claims.getStringClaimValue(SESSION)))
            : Optional.empty());
  }

  private JwtConsumerBuilder consumer(
      VerificationKeyResolver keys, String issuer, AlgorithmConstraints algorithms) {
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(keys)
        .setJwsAlgorithmConstraints(algorithms)
        .setExpectedIssuer(issuer)
        .setRequireExpirationTime()
        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()));
  }

  private static UUID id(String text) throws ParseException {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new ParseException("the token names no user of Parley");
    }
  }
}
