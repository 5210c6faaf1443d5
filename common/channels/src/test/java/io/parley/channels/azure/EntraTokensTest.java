package io.parley.channels.azure;

import static io.parley.channels.azure.Samples.ENTRA_SETTINGS;
import static io.parley.channels.azure.Samples.context;
import static io.parley.channels.azure.Samples.entraAccount;
import static io.parley.channels.azure.Samples.response;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.ProviderRequest;
import io.parley.channels.TokenResult;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntraTokensTest {

  private final EntraTokens tokens = new EntraTokens();

  @Test
  void tokenIsAskedForWithTheScopeOfOfficialClients() {
    // When
    ProviderRequest request = tokens.request(context(entraAccount()));

    // Then
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri())
        .hasToString("https://login.microsoftonline.com/tenant-1/oauth2/v2.0/token");
    assertThat(new String(request.body(), UTF_8))
        .isEqualTo(
            "grant_type=client_credentials&client_id=11111111-2222-3333-4444-555555555555"
                + "&client_secret=s%7Ecret%261"
                + "&scope=https%3A%2F%2Fcommunication.azure.com%2F%2F.default");
    assertThat(request.toString()).doesNotContain("s~cret", "s%7Ecret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"t\"} | PT59M59S",
        "200 | {\"expires_in\":\"3600\",\"access_token\":\"t\"} | PT1H",
        "200 | {\"expires_in\":999999999,\"access_token\":\"t\"} | PT24H"
      })
  void tokenIsRead(int status, String body, Duration validFor) {
    // When
    TokenResult result = tokens.read(response(status, body));

    // Then
    assertThat(result).isEqualTo(new TokenResult.Issued("t", validFor));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | {\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215\"} | Refused",
        "400 | {\"error\":\"unauthorized_client\"} | Refused",
        "404 | | Refused",
        "408 | | Unavailable",
        "429 | | Unavailable",
        "500 | | Unavailable",
        "200 | {} | Unavailable",
        "200 | {\"access_token\":\"t\"} | Issued",
        "200 | {\"access_token\":\"\",\"expires_in\":60} | Unavailable",
        "200 | <html> | Unavailable"
      })
  void refusalIsToldFromFailure(int status, @Nullable String body, String expected) {
    // When
    TokenResult result = tokens.read(response(status, body == null ? "" : body));

    // Then
    assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void onlyAccountsOfAnApplicationNeedTokens() {
    // When
    AzureProvider provider = new AzureProvider();

    // Then
    assertThat(provider.tokens(ENTRA_SETTINGS)).isPresent();
    assertThat(provider.tokens(Map.of())).isEmpty();
  }
}
