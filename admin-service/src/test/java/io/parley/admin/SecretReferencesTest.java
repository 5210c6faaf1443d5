package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.testing.TestSecrets;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret may say where it is instead of being it. */
@AdminTest
class SecretReferencesTest {

  private static final String ACCOUNTS = "/api/v1/accounts";

  private final Api api = Api.administrator();
  private final String sid = "AC" + UUID.randomUUID().toString().replace("-", "");

  @AfterAll
  static void leave() {
    ProviderPlace.nobody();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${env:PATH}", "${file:../keyset.json}", "${vault:token}"})
  void malformedReferenceIsRefusedWhereItStands(String value) {
    // When
    Response refused = api.post(ACCOUNTS, account(value));

    // Then
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/secrets/authToken");
    assertThat(refused.asString()).doesNotContain(value);
  }

  @Test
  void checkSaysWhichReferenceDoesNotResolveAndWhatToDo() {
    // Given
    String path = api.post(ACCOUNTS, account("${env:PARLEY_SECRET_NOWHERE}")).header("Location");

    // When
    Response result = api.post(path + "/validate", Map.of());

    // Then
    assertThat(result.jsonPath().getString("verdict")).isEqualTo("NOT_VERIFIABLE");
    assertThat(result.jsonPath().getString("explanation"))
        .contains("authToken", "${env:PARLEY_SECRET_NOWHERE}", "is not set", "validate again");
  }

  @Test
  void fileIsFollowedWithoutARestart() throws IOException {
    // Given
    ProviderPlace.control(
        "/accounts/" + sid, "{\"authToken\": \"" + Api.TOKEN_PLANTED + "\", \"numbers\": []}");
    ProviderPlace.control("/faults", "[]");
    String name = "twilio-" + UUID.randomUUID();
    Files.writeString(TestSecrets.folder().resolve(name), "not-the-token\n");
    String path = api.post(ACCOUNTS, account("${file:" + name + "}")).header("Location");
    String before = api.post(path + "/validate", Map.of()).jsonPath().getString("verdict");

    // When
    Files.writeString(TestSecrets.folder().resolve(name), Api.TOKEN_PLANTED + "\n");

    // Then
    assertThat(before).isEqualTo("CREDENTIALS_REFUSED");
    await()
        .untilAsserted(
            () ->
                assertThat(api.post(path + "/validate", Map.of()).jsonPath().getString("verdict"))
                    .isEqualTo("VALID"));
  }

  private Map<String, @Nullable Object> account(String token) {
    return Api.with(
        Api.with(Api.account(), "settings", Map.of("accountSid", sid)),
        "secrets",
        Map.of("authToken", token));
  }
}
