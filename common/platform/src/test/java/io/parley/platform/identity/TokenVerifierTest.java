package io.parley.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.events.configuration.User.Role;
import io.parley.platform.file.Settings;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which tokens are taken, of Parley itself and of another issuer. */
class TokenVerifierTest {

  private static final UUID USER = UUID.fromString("0193e1a0-0000-7000-8000-000000000001");
  private static final UUID SESSION = UUID.fromString("0193e1a0-0000-7000-8000-000000000002");

  private final FakeIssuer issuer = new FakeIssuer();
  private final EllipticCurveJsonWebKey own = ownKey();

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void tokenOfTheIssuerLeadsToTheUserWithItsVerifiedAddress() throws Exception {
    // Given
    TokenVerifier verifier = verifier(Map.of());

    // When
    VerifiedToken token = verify(verifier, issuer.token(claims -> {}));

    // Then
    assertThat(token.subject()).isEqualTo(new TokenSubject.ByEmail("ada@example.org"));
    assertThat(token.roles()).isEmpty();
    assertThat(token.session()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void tokenThatIsNotForUsIsRefused(String why, java.util.function.Consumer<JwtClaims> change) {
    // Given
    TokenVerifier verifier = verifier(Map.of());

    // When
    String token = issuer.token(change);

    // Then
    assertThatThrownBy(() -> verify(verifier, token)).as(why).isInstanceOf(ParseException.class);
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> refused() {
    return Stream.of(
        refused("another audience", claims -> claims.setAudience("something-else")),
        refused("no audience", claims -> claims.unsetClaim("aud")),
        refused("another issuer", claims -> claims.setIssuer("https://elsewhere.example")),
        refused("Parley as issuer", claims -> claims.setIssuer("parley")),
        refused("no issuer", claims -> claims.unsetClaim("iss")),
        refused("expired", claims -> claims.setExpirationTime(secondsAgo(60))),
        refused("never expires", claims -> claims.unsetClaim("exp")),
        refused("not valid yet", claims -> claims.setNotBefore(secondsAgo(-120))),
        refused("address not verified", claims -> claims.setClaim("email_verified", false)),
        refused("nothing said of that", claims -> claims.unsetClaim("email_verified")),
        refused("no address", claims -> claims.unsetClaim("email")));
  }

  private static org.junit.jupiter.params.provider.Arguments refused(
      String why, java.util.function.Consumer<JwtClaims> change) {
    return org.junit.jupiter.params.provider.Arguments.of(why, change);
  }

  @Test
  void unsignedTokenIsRefused() {
    // Given
    TokenVerifier verifier = verifier(Map.of());
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String payload = issuer.claims(claims -> {}).toJson();

    // When
    String token =
        base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + base64.encodeToString(payload.getBytes(StandardCharsets.UTF_8))
            + ".";

    // Then
    assertThatThrownBy(() -> verify(verifier, token)).isInstanceOf(ParseException.class);
  }

  @Test
  void publicKeyIsNoSecretToSignWith() {
    // Given
    TokenVerifier verifier = verifier(Map.of());
    HmacKey published = new HmacKey(issuer.key().getPublicKey().getEncoded());

    // When
    String token =
        issuer.sign(issuer.claims(claims -> {}), published, AlgorithmIdentifiers.HMAC_SHA256);

    // Then
    assertThatThrownBy(() -> verify(verifier, token)).isInstanceOf(ParseException.class);
  }

  @Test
  void keyThatTheIssuerHasChangedToIsFoundByItsId() throws Exception {
    // Given
    TokenVerifier verifier = verifier(Map.of("parley.identity.jwks-url", issuer.url() + "/keys"));
    verify(verifier, issuer.token(claims -> {}));
    String former = issuer.token(claims -> {});
    issuer.rotate();

    // When
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () ->
                assertThatCode(() -> verify(verifier, issuer.token(claims -> {})))
                    .doesNotThrowAnyException());

    // Then
    assertThatThrownBy(() -> verify(verifier, former)).isInstanceOf(ParseException.class);
  }

  @Test
  void inventedKeyIdsAreNotRequestsToTheIssuerOneEach() throws Exception {
    // Given
    TokenVerifier verifier = verifier(Map.of());
    verify(verifier, issuer.token(claims -> {}));
    FakeIssuer stranger = new FakeIssuer();
    String foreign = stranger.token(claims -> claims.setIssuer(issuer.url()));
    stranger.close();

    // When
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> verify(verifier, foreign)).isInstanceOf(ParseException.class);
    }

    // Then
    assertThat(issuer.reads()).isLessThanOrEqualTo(2);
  }

  @Test
  void rolesComeFromTheClaimAndMeanWhatTheMapSays() throws Exception {
    // Given
    TokenVerifier verifier =
        verifier(
            Map.of(
                "parley.identity.roles-claim", "realm_access/roles",
                "parley.identity.role-map.lead", "SUPERVISOR",
                "parley.identity.role-map.\"front desk\"", "AGENT"));

    // When
    VerifiedToken token =
        verify(
            verifier,
            issuer.token(
                claims ->
                    claims.setClaim(
                        "realm_access",
                        Map.of("roles", List.of("front desk", "lead", "ADMINISTRATOR", "other")))));

    // Then
    assertThat(token.roles()).contains(Set.of(Role.SUPERVISOR, Role.AGENT));
  }

  @Test
  void claimThatIsMissingGivesNoRoles() throws Exception {
    // Given
    TokenVerifier verifier = verifier(Map.of("parley.identity.roles-claim", "realm_access/roles"));

    // When
    VerifiedToken token = verify(verifier, issuer.token(claims -> {}));

    // Then
    assertThat(token.roles()).contains(Set.of());
  }

  @Test
  void withoutMapRolesHaveOurNamesAndAClaimMayHoldSlashes() throws Exception {
    // Given
    TokenVerifier verifier =
        verifier(Map.of("parley.identity.roles-claim", "https://example.org/roles"));

    // When
    VerifiedToken token =
        verify(
            verifier,
            issuer.token(
                claims -> claims.setClaim("https://example.org/roles", "agent supervisor guest")));

    // Then
    assertThat(token.roles()).contains(Set.of(Role.SUPERVISOR, Role.AGENT));
  }

  @Test
  void subjectMayBeTheUsersIdInstead() throws Exception {
    // Given
    TokenVerifier verifier = verifier(Map.of("parley.identity.link", "subject"));

    // When
    VerifiedToken token =
        verify(verifier, issuer.token(claims -> claims.setSubject(USER.toString())));

    // Then
    assertThat(token.subject()).isEqualTo(new TokenSubject.ById(USER));
  }

  @Test
  void ownTokenIsTakenBesideThoseOfTheIssuer() throws Exception {
    // Given
    TokenVerifier verifier = verifier(Map.of());

    // When
    VerifiedToken token = verify(verifier, ownToken("parley"));

    // Then
    assertThat(token.subject()).isEqualTo(new TokenSubject.ById(USER));
    assertThat(token.session()).contains(SESSION);
  }

  @Test
  void ownKeySetMayBeAFileWhichComesAsItsContent() throws Exception {
    // Given
    JWTAuthContextInfo configured = new JWTAuthContextInfo();
    configured.setPublicKeyContent(
        new JsonWebKeySet(own).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    TokenVerifier verifier =
        new TokenVerifier(
            new PublishedKeys(configured),
            Settings.of(IdentityConfiguration.class, Map.of()),
            Clock.systemUTC());

    // When
    VerifiedToken token = verify(verifier, ownToken("parley"));

    // Then
    assertThat(token.subject()).isEqualTo(new TokenSubject.ById(USER));
  }

  @Test
  void ownTokenForAnotherPurposeIsRefused() {
    // Given
    TokenVerifier verifier = verifier(Map.of());

    // When
    String token = ownToken("parley-password");

    // Then
    assertThatThrownBy(() -> verify(verifier, token)).isInstanceOf(ParseException.class);
  }

  @Test
  void ownTokenIsRefusedWhereBuiltInSignInIsSwitchedOff() {
    // Given
    TokenVerifier verifier = verifier(Map.of("parley.identity.built-in-sign-in", "false"));

    // When
    String token = ownToken("parley");

    // Then
    assertThatThrownBy(() -> verify(verifier, token)).isInstanceOf(ParseException.class);
  }

  @Test
  void issuerThatIsAwayMeansRefusalAndNoCrash() throws Exception {
    // Given
    issuer.close();
    TokenVerifier verifier = verifier(Map.of());

    // When
    String token = issuer.token(claims -> {});

    // Then
    assertThatThrownBy(() -> verify(verifier, token)).isInstanceOf(ParseException.class);
  }

  @Test
  void issuerWithoutAudienceIsAMistake() {
    // Given
    Map<String, String> settings = Map.of("parley.identity.issuer", issuer.url());
    IdentityConfiguration configuration = Settings.of(IdentityConfiguration.class, settings);

    // When
    assertThatThrownBy(() -> new TokenVerifier(this::ownKeys, configuration, Clock.systemUTC()))

        // Then
        .hasMessageContaining("parley.identity.audience");
  }

  private TokenVerifier verifier(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("parley.identity.issuer", issuer.url());
    settings.put("parley.identity.audience", FakeIssuer.AUDIENCE);
    return new TokenVerifier(
        this::ownKeys, Settings.of(IdentityConfiguration.class, settings), Clock.systemUTC());
  }

  private JwksVerificationKeyResolver ownKeys() {
    return new JwksVerificationKeyResolver(List.of(own));
  }

  private static VerifiedToken verify(TokenVerifier verifier, String token) throws ParseException {
    JWTAuthContextInfo configured = new JWTAuthContextInfo();
    configured.setIssuedBy("parley");
    configured.setExpectedAudience(Set.of("parley"));
    return (VerifiedToken) verifier.parse(token, configured);
  }

  private String ownToken(String audience) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer("parley");
    claims.setAudience(audience);
    claims.setSubject(USER.toString());
    claims.setExpirationTimeMinutesInTheFuture(5);
    claims.setClaim("sid", SESSION.toString());
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKeyIdHeaderValue(own.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    signature.setKey(own.getPrivateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EllipticCurveJsonWebKey ownKey() {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId("own");
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NumericDate secondsAgo(long seconds) {
    NumericDate date = NumericDate.now();
    date.addSeconds(-seconds);
    return date;
  }
}
