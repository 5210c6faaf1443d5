package io.parley.channels.google;

import static io.parley.channels.google.Samples.EMAIL;
import static io.parley.channels.google.Samples.KEYS;
import static io.parley.channels.google.Samples.KEY_ID;
import static io.parley.channels.google.Samples.NOW;
import static io.parley.channels.google.Samples.SIGNING_INPUT;
import static io.parley.channels.google.Samples.account;
import static io.parley.channels.google.Samples.context;
import static io.parley.channels.google.Samples.keyFile;
import static io.parley.channels.google.Samples.response;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.jackson2.JacksonFactory;
import com.google.api.client.json.webtoken.JsonWebSignature;
import com.google.api.client.json.webtoken.JsonWebToken;
import io.parley.channels.CallContext;
import io.parley.channels.Endpoints;
import io.parley.channels.ProviderRequest;
import io.parley.channels.TokenResult;
import io.parley.channels.wire.FormBody;
import io.parley.channels.wire.MalformedFormException;
import io.parley.events.Channel;
import io.parley.events.FailureCause;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access tokens (providers/google-business-messages.md §1). */
@SuppressWarnings("deprecation") // The official client's JSON factory, as old as the client.
class GoogleTokensTest {

  private static final String SCOPE = "https://www.googleapis.com/auth/businessmessages";

  private final GoogleTokens tokens = new GoogleTokens();

  @Test
  void signingInputIsTheDocumentedOne() {
    // When
    String input =
        SignedAssertion.signingInput(
            KEY_ID, EMAIL, SCOPE, "https://oauth2.googleapis.com/token", NOW);

    // Then
    assertThat(input).isEqualTo(SIGNING_INPUT);
  }

  @Test
  void assertionIsSignedWithTheAccountsKey()
      throws GeneralSecurityException, MalformedFormException {
    // When
    ProviderRequest request = tokens.request(context(account(Channel.GOOGLE_BUSINESS_MESSAGES)));

    // Then
    FormBody form = FormBody.parse(request.body());
    String assertion = form.first("assertion").orElseThrow();
    assertThat(form.asMap()).containsOnlyKeys("grant_type", "assertion");
    assertThat(form.first("grant_type")).contains("urn:ietf:params:oauth:grant-type:jwt-bearer");
    assertThat(assertion).startsWith(SIGNING_INPUT + ".").doesNotContain("=");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(KEYS.getPublic());
    signature.update(SIGNING_INPUT.getBytes(US_ASCII));
    assertThat(
            signature.verify(
                Base64.getUrlDecoder().decode(assertion.substring(assertion.lastIndexOf('.') + 1))))
        .isTrue();
  }

  @Test
  void assertionIsTheSameAsTheOfficialClients() throws GeneralSecurityException, IOException {
    // Given
    JsonWebSignature.Header header = new JsonWebSignature.Header();
    header.setAlgorithm("RS256");
    header.setType("JWT");
    header.setKeyId(KEY_ID);
    JsonWebToken.Payload payload = new JsonWebToken.Payload();
    payload.setIssuer(EMAIL);
    payload.setAudience("https://oauth2.googleapis.com/token");
    payload.setIssuedAtTimeSeconds(NOW.getEpochSecond());
    payload.setExpirationTimeSeconds(NOW.getEpochSecond() + 3_600);
    payload.put("scope", SCOPE);
    String official =
        JsonWebSignature.signUsingRsaSha256(
            KEYS.getPrivate(), JacksonFactory.getDefaultInstance(), header, payload);

    // When
    String ours = SignedAssertion.of(ServiceAccountKey.read(keyFile().toString()), SCOPE, NOW);

    // Then
    JsonWebSignature read = JsonWebSignature.parse(JacksonFactory.getDefaultInstance(), ours);
    JsonWebSignature wanted = JsonWebSignature.parse(JacksonFactory.getDefaultInstance(), official);
    assertThat(read.verifySignature(KEYS.getPublic())).isTrue();
    assertThat(read.getHeader()).isEqualTo(wanted.getHeader());
    assertThat(read.getPayload()).isEqualTo(wanted.getPayload());
  }

  @ParameterizedTest
  @CsvSource({
    "GOOGLE_BUSINESS_MESSAGES, https://www.googleapis.com/auth/businessmessages",
    "RCS, https://www.googleapis.com/auth/rcsbusinessmessaging"
  })
  void scopeIsTheChannels(Channel channel, String scope) {
    // When
    String body = new String(tokens.request(context(account(channel))).body(), UTF_8);

    // Then
    String claims =
        new String(
            Base64.getUrlDecoder().decode(body.substring(body.indexOf("&")).split("\\.")[1]),
            UTF_8);
    assertThat(claims).contains("\"scope\":\"" + scope + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "https://oauth2.googleapis.com/token, https://oauth2.googleapis.com/token",
    "https://accounts.google.com/o/oauth2/token, https://accounts.google.com/o/oauth2/token",
    "https://evil.example/token, https://oauth2.googleapis.com/token",
    "https://oauth2.googleapis.com.evil.example/token, https://oauth2.googleapis.com/token",
    "https://oauth2.googleapis.com@evil.example/token, https://oauth2.googleapis.com/token",
    "http://oauth2.googleapis.com/token, https://oauth2.googleapis.com/token",
    "https://oauth2.googleapis.com:8443/token, https://oauth2.googleapis.com/token",
    "::, https://oauth2.googleapis.com/token",
    "'', https://oauth2.googleapis.com/token",
  })
  void tokenIsOnlyAskedForAtGoogle(String stated, String used) {
    // Given
    String key = keyFile().put("token_uri", stated).toString();

    // When
    ProviderRequest request =
        tokens.request(
            context(
                account(
                    Channel.RCS, Map.of(), Map.of("clientToken", "t", "serviceAccountKey", key))));

    // Then
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri()).isEqualTo(URI.create(used));
    assertThat(request.headers())
        .containsEntry("Content-Type", List.of("application/x-www-form-urlencoded"));
  }

  @Test
  void configuredPlaceIsCalledWhileGoogleStaysTheAudience() {
    // Given
    CallContext context =
        new CallContext(
            account(Channel.GOOGLE_BUSINESS_MESSAGES),
            new Endpoints(URI.create("http://localhost:8090")),
            NOW,
            null);

    // When
    ProviderRequest request = tokens.request(context);

    // Then
    assertThat(request.uri()).isEqualTo(URI.create("http://localhost:8090/token"));
    assertThat(new String(request.body(), UTF_8)).contains(SIGNING_INPUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3599 | 3599",
        "60 | 60",
        "\"1800\" | 1800",
        "0 | 3599",
        "-5 | 3599",
        "1e300 | 3599",
        "null | 3599",
        "[] | 3599"
      })
  void tokenIsReadWithItsValidity(String expiresIn, long seconds) {
    // Given
    String body =
        "{\"access_token\":\"ya29.abc\",\"expires_in\":"
            + expiresIn
            + ",\"token_type\":\"Bearer\"}";

    // When
    TokenResult result = tokens.read(response(200, body));

    // Then
    assertThat(result).isEqualTo(new TokenResult.Issued("ya29.abc", Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @CsvSource({"400, invalid_grant", "401, invalid_client", "400, invalid_scope"})
  void refusalIsForGood(int status, String error) {
    // When
    TokenResult result =
        tokens.read(
            response(
                status, "{\"error\":\"" + error + "\",\"error_description\":\"Invalid JWT\"}"));

    // Then
    assertThat(result).isInstanceOf(TokenResult.Refused.class);
    assertThat(((TokenResult.Refused) result).reason())
        .satisfies(
            reason -> {
              assertThat(reason.cause()).isEqualTo(FailureCause.CREDENTIALS);
              assertThat(reason.providerCode()).isEqualTo(error);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | {\"error\":\"internal_failure\"}",
        "503 | <html>",
        "429 | {\"error\":\"rate_limit_exceeded\"}",
        "404 | <html>not here</html>",
        "400 | {\"error\":{\"status\":\"NO\"}}",
        "200 | {}",
        "200 | {\"access_token\":\"with blank\"}",
        "200 | <html>",
        "302 | {}"
      })
  void anythingElseIsTriedAgain(int status, String body) {
    // When
    TokenResult result = tokens.read(response(status, body));

    // Then
    assertThat(result).isInstanceOf(TokenResult.Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"request", "key", "context", "account"})
  void noSecretIsInAnyToString(String what) {
    // Given
    CallContext context = context(account(Channel.RCS));
    Object value =
        switch (what) {
          case "request" -> tokens.request(context);
          case "key" -> ServiceAccountKey.read(keyFile().toString());
          case "context" -> context;
          default -> context.account();
        };

    // When
    String text = value.toString();

    // Then
    assertThat(text).doesNotContain("PRIVATE KEY", "ya29", "eyJ", "rbm-ct", "modulus", "RSA");
  }
}
