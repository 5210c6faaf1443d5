package io.parley.channels.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.TokenResult;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTokenTest {

  private static final Duration USUAL = Duration.ofMinutes(5);

  @Test
  void tokenIsAskedForWithAForm() {
    // When
    ProviderRequest request =
        AccessToken.request(
            URI.create("https://id.example/token"), new FormWriter().add("client_secret", "a&b"));

    // Then
    assertThat(request.method()).isEqualTo("POST");
    assertThat(new String(request.body(), UTF_8)).isEqualTo("client_secret=a%26b");
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "'\"60\"', 60", "0, 300", "-1, 300", "null, 300", "{}, 300", "1e9, 86400"})
  void tokenIsValidAsLongAsTheAnswerSaysAndADayAtMost(String expiresIn, long seconds) {
    // When
    Optional<TokenResult> result =
        issued(200, "{'access_token':'t','expires_in':" + expiresIn + "}");

    // Then
    assertThat(result).contains(new TokenResult.Issued("t", Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {}",
        "200 | {'access_token':''}",
        "200 | {'access_token':'a b'}",
        "200 | {'access_token':7}",
        "200 | <html>",
        "401 | {'access_token':'t'}"
      })
  void whatIsNoTokenIsNone(int status, String body) {
    // Then
    assertThat(issued(status, body)).isEmpty();
  }

  private static Optional<TokenResult> issued(int status, String body) {
    return AccessToken.issued(
        new ProviderResponse(status, Map.of(), body.replace('\'', '"').getBytes(UTF_8)), USUAL);
  }
}
