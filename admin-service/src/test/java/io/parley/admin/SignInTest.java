package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sign-in, tokens and the key set. */
@AdminTest
class SignInTest {

  private static final String PASSWORD = "long enough for a test";

  private final Api administrator = Api.administrator();
  private final Map<String, @Nullable Object> user = Api.user("AGENT", "SUPERVISOR");
  private final String id = administrator.created("/api/v1/users", user);
  private final String email = String.valueOf(user.get("email"));

  @Test
  void keySetVerifiesWhatSignInIssues() throws Exception {
    // Given
    Response keySet = Api.nobody().get("/.well-known/jwks.json");
    List<JsonWebKey> keys = new JsonWebKeySet(keySet.asString()).getJsonWebKeys();

    // When
    Response answer = Api.signIn(email, PASSWORD);

    // Then
    JwtClaims claims =
        new JwtConsumerBuilder()
            .setExpectedIssuer("parley")
            .setExpectedAudience("parley")
            .setRequireExpirationTime()
            .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
            .build()
            .processToClaims(answer.path("token"));
    assertThat(claims.getSubject()).isEqualTo(id);
    assertThat(claims.getStringListClaimValue("roles")).containsExactly("SUPERVISOR", "AGENT");
    Instant expiresAt = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
    assertThat(answer.jsonPath().getString("expiresAt")).isEqualTo(expiresAt.toString());
    assertThat(expiresAt)
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(9)), Instant.now().plus(Duration.ofMinutes(11)));
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.jsonPath().getString("user.email")).isEqualTo(email);
  }

  @Test
  void keySetIsPublicCacheableAndHoldsNoPrivateKey() {
    // Given
    Api nobody = Api.nobody();

    // When
    Response keySet = nobody.get("/.well-known/jwks.json");

    // Then
    assertThat(keySet.statusCode()).isEqualTo(200);
    assertThat(keySet.header("Cache-Control")).contains("public");
    assertThat(keySet.jsonPath().getString("keys[0].alg")).isEqualTo("ES256");
    assertThat(keySet.jsonPath().getMap("keys[0]")).doesNotContainKey("d");
  }

  @Test
  void emailIsComparedWithoutRegardToCase() {
    // Given
    String shouted = " " + email.toUpperCase(java.util.Locale.ROOT);

    // When
    Response answer = Api.signIn(shouted, PASSWORD);

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void unknownUserWrongPasswordAndDisabledUserGetTheSameAnswer() {
    // Given
    Map<String, @Nullable Object> disabled = Api.with(Api.agent(), "enabled", false);
    administrator.created("/api/v1/users", disabled);

    // When
    List<Response> answers =
        List.of(
            Api.signIn("nobody-" + UUID.randomUUID() + "@example.org", PASSWORD),
            Api.signIn(email, "not the right password"),
            Api.signIn(String.valueOf(disabled.get("email")), PASSWORD));

    // Then
    assertThat(answers).extracting(Response::statusCode).containsOnly(401);
    assertThat(answers).extracting(Response::asString).containsOnly(answers.get(0).asString());
  }

  @Test
  void tooManyFailuresCloseTheDoorForAWhile() {
    // Given
    IntStream.range(0, 10).forEach(i -> Api.signIn(email, "guess number " + i));

    // When
    Response answer = Api.signIn(email, PASSWORD);

    // Then
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 901);
    assertThat(answer.jsonPath().getString("type"))
        .isEqualTo("urn:parley:problem:too-many-attempts");
  }

  @Test
  void successForgivesEarlierFailures() {
    // Given
    IntStream.range(0, 9).forEach(i -> Api.signIn(email, "guess number " + i));
    Api.signIn(email, PASSWORD);

    // When
    IntStream.range(0, 9).forEach(i -> Api.signIn(email, "guess number " + i));

    // Then
    assertThat(Api.signIn(email, PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void replacementWithoutPasswordKeepsItAndOneWithAPasswordSetsIt() {
    // Given
    String path = "/api/v1/users/" + id;
    administrator.put(path, "*", Api.without(user, "password"));
    int kept = Api.signIn(email, PASSWORD).statusCode();

    // When
    administrator.put(path, "*", Api.with(user, "password", "another good password"));

    // Then
    assertThat(kept).isEqualTo(200);
    assertThat(Api.signIn(email, PASSWORD).statusCode()).isEqualTo(401);
    assertThat(Api.signIn(email, "another good password").statusCode()).isEqualTo(200);
  }

  @Test
  void lastAdministratorCannotBeLost() {
    // Given
    List<Map<String, Object>> all =
        administrator.get("/api/v1/users?limit=200").jsonPath().getList("items");
    List<String> administrators =
        all.stream()
            .filter(u -> String.valueOf(u.get("roles")).contains("ADMINISTRATOR"))
            .map(u -> String.valueOf(u.get("id")))
            .toList();
    String first = Api.signIn(Api.FIRST_EMAIL, Api.FIRST_PASSWORD).path("user.id");
    administrators.stream()
        .filter(other -> !other.equals(first))
        .forEach(other -> administrator.delete("/api/v1/users/" + other, "*"));

    // When
    Response deleted = administrator.delete("/api/v1/users/" + first, "*");
    Response demoted =
        administrator.put(
            "/api/v1/users/" + first,
            "*",
            Map.of("name", "First", "email", Api.FIRST_EMAIL, "roles", List.of("AGENT")));

    // Then
    assertThat(deleted.statusCode()).isEqualTo(409);
    assertThat(demoted.statusCode()).isEqualTo(409);
    assertThat(demoted.jsonPath().getString("type")).isEqualTo("urn:parley:problem:state-conflict");
  }
}
