package io.parley.simulator.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.simulator.testing.Exchange;
import java.security.KeyPair;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenIssuerTest {

  private final GoogleStage stage = new GoogleStage();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void signedAssertionBringsAToken() throws Exception {
    // When
    Exchange.Result result = stage.token(TokenIssuer.MESSAGES);

    // Then
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.json().path("access_token").asText()).startsWith("ya29.");
    assertThat(result.json().path("expires_in").asInt()).isEqualTo(3599);
    assertThat(result.json().path("token_type").asText()).isEqualTo("Bearer");
  }

  @Test
  void audienceMayBeTheSimulatorItself() throws Exception {
    // Given
    String audience = stage.simulator.baseUrl() + "/token";

    // When
    Exchange.Result result = ask(true, "k1d0042", GoogleStage.EMAIL, "M", audience, 0, 3600);

    // Then
    assertThat(result.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "false, k1d0042, gbm-sender@harbor-books.iam.gserviceaccount.com, M, R, 0, 3600, invalid_grant",
    "true, other, gbm-sender@harbor-books.iam.gserviceaccount.com, M, R, 0, 3600, invalid_grant",
    "true, k1d0042, nobody@example.org, M, R, 0, 3600, invalid_grant",
    "true, k1d0042, gbm-sender@harbor-books.iam.gserviceaccount.com, cloud, R, 0, 3600, invalid_scope",
    "true, k1d0042, gbm-sender@harbor-books.iam.gserviceaccount.com, M, https://evil.example/token, 0, 3600, invalid_grant",
    "true, k1d0042, gbm-sender@harbor-books.iam.gserviceaccount.com, M, R, -4000, -400, invalid_grant",
    "true, k1d0042, gbm-sender@harbor-books.iam.gserviceaccount.com, M, R, 600, 1200, invalid_grant",
    "true, k1d0042, gbm-sender@harbor-books.iam.gserviceaccount.com, M, R, 0, 3601, invalid_grant",
  })
  void wrongAssertionIsRefused(
      boolean rightKey,
      String kid,
      String email,
      String scope,
      String audience,
      int issuedIn,
      int expiresIn,
      String error)
      throws Exception {
    // When
    Exchange.Result result = ask(rightKey, kid, email, scope, audience, issuedIn, expiresIn);

    // Then
    assertThat(result.status()).isEqualTo(400);
    assertThat(result.json().path("error").asText()).isEqualTo(error);
    assertThat(result.json().path("error_description").asText()).isNotEmpty();
  }

  @Test
  void revokedKeyIsRefusedAndItsTokensDie() throws Exception {
    // Given
    stage.send("m-1", "Hi");
    String token = stage.token(TokenIssuer.MESSAGES).json().path("access_token").asText();
    Map<String, Object> revoked = new HashMap<>(GoogleStage.serviceAccount());
    revoked.put("revoked", true);
    stage.put(Map.of("serviceAccount", revoked));

    // When
    Exchange.Result again = stage.token(TokenIssuer.MESSAGES);
    Exchange.Result used =
        Exchange.call(
            "POST",
            stage.simulator.baseUrl() + GoogleStage.MESSAGES,
            Map.of("Authorization", "Bearer " + token),
            "{}");

    // Then
    assertThat(again.json().path("error").asText()).isEqualTo("invalid_grant");
    assertThat(used.status()).isEqualTo(401);
  }

  @Test
  void tokenDiesWithItsTime() throws Exception {
    // Given
    String token = stage.token(TokenIssuer.MESSAGES).json().path("access_token").asText();
    stage.simulator.advanceClock(Duration.ofHours(1));

    // When
    Exchange.Result used =
        Exchange.call(
            "POST",
            stage.simulator.baseUrl() + GoogleStage.MESSAGES,
            Map.of("Authorization", "Bearer " + token),
            "{}");

    // Then
    assertThat(used.status()).isEqualTo(401);
    assertThat(used.json().path("error").path("status").asText()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void tokenOfAnotherScopeOpensNothing() throws Exception {
    // When
    Exchange.Result result = stage.call("POST", GoogleStage.MESSAGES, TokenIssuer.RCS, "{}");

    // Then
    assertThat(result.status()).isEqualTo(401);
  }

  private Exchange.Result ask(
      boolean rightKey,
      String kid,
      String email,
      String scope,
      String audience,
      int issuedIn,
      int expiresIn)
      throws Exception {
    KeyPair key = rightKey ? GoogleStage.KEY : GoogleStage.OTHER_KEY;
    long now = stage.simulator.clock().instant().getEpochSecond();
    return stage.exchange(
        GoogleStage.assertion(
            key,
            kid,
            email,
            scope.equals("M") ? TokenIssuer.MESSAGES : scope,
            audience.equals("R") ? GoogleStage.REAL_AUDIENCE : audience,
            now + issuedIn,
            now + expiresIn));
  }
}
