package io.parley.admin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.simulator.faults.FaultScript;
import io.parley.testing.TestDatabase;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checking an account: what is kept of it, and how a provider can be out of reach. */
@AdminTest
class AccountCheckTest {

  private static final String ACCOUNTS = "/api/v1/accounts";
  private static final String SLOW =
      "[{\"match\": {\"operation\": \"account\"}, \"times\": 1, \"action\": {\"type\": \"slow\","
          + " \"milliseconds\": %d}}]";

  private final Api api = Api.administrator();
  private final String sid = "AC" + UUID.randomUUID().toString().replace("-", "");
  private final Map<String, @Nullable Object> account =
      Api.with(Api.account(), "settings", Map.of("accountSid", sid));

  @AfterAll
  static void leave() {
    ProviderPlace.nobody();
  }

  @BeforeEach
  void openAtTheProvider() {
    ProviderPlace.control(
        "/accounts/" + sid, "{\"authToken\": \"" + Api.TOKEN_PLANTED + "\", \"numbers\": []}");
    ProviderPlace.control("/faults", "[]");
  }

  @Test
  void resultIsKeptAndTheVersionStays() {
    // Given
    String path = created();
    String version = api.get(path).header("ETag");
    String configuration = api.get("/api/v1/configuration/version").asString();

    // When
    Response result = validate(path);

    // Then
    Response read = api.get(path);
    assertThat(result.jsonPath().getString("verdict")).isEqualTo("VALID");
    assertThat(result.jsonPath().getInt("durationMs")).isBetween(0, 30_000);
    assertThat(Instant.parse(result.jsonPath().getString("checkedAt")))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    assertThat(read.jsonPath().getMap("lastCheck")).isEqualTo(result.jsonPath().getMap(""));
    assertThat(read.header("ETag")).isEqualTo(version);
    assertThat(api.get("/api/v1/configuration/version").asString()).isEqualTo(configuration);
  }

  @Test
  void accountThatWasNeverCheckedSaysNothing() {
    // When
    String path = created();

    // Then
    assertThat(api.get(path).jsonPath().getMap("lastCheck")).isNull();
  }

  @Test
  void changedSecretOrSettingClearsTheResultAndAnotherNameDoesNot() {
    // Given
    String path = created();
    validate(path);

    // When
    Response renamed =
        api.put(path, "*", Api.without(Api.with(account, "name", Api.unique("N")), "secrets"));
    Response secret =
        api.put(path, "*", Api.with(account, "secrets", Map.of("authToken", "other")));
    validate(path);
    Response setting =
        api.put(
            path, "*", Api.with(account, "settings", Map.of("accountSid", "AC" + "1".repeat(32))));

    // Then
    assertThat(renamed.jsonPath().getString("lastCheck.verdict")).isEqualTo("VALID");
    assertThat(secret.jsonPath().getMap("lastCheck")).isNull();
    assertThat(setting.jsonPath().getMap("lastCheck")).isNull();
  }

  @Test
  void resultOfASecretThatWasReplacedMeanwhileIsNotKept() {
    // Given
    String path = created();
    ProviderPlace.control("/faults", SLOW.formatted(1500));
    CompletableFuture<Response> checking = CompletableFuture.supplyAsync(() -> validate(path));
    awaitOneCall();

    // When
    api.put(path, "*", Api.with(account, "secrets", Map.of("authToken", "other")));

    // Then
    assertThat(checking.join().jsonPath().getString("verdict")).isEqualTo("VALID");
    assertThat(api.get(path).jsonPath().getMap("lastCheck")).isNull();
  }

  @Test
  void twoAtTheSameTimeAreOne() {
    // Given
    String path = created();
    ProviderPlace.control("/faults", SLOW.formatted(1500));

    // When
    CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> validate(path));
    awaitOneCall();
    Response second = validate(path);

    // Then
    assertThat(first.join().asString()).isEqualTo(second.asString());
    assertThat(calls()).isEqualTo(1);
    assertThat(audit(path)).hasSize(1);
  }

  @Test
  void checkIsAuditedWithoutSecrets() {
    // Given
    String path = created();
    String self = Api.signIn(Api.FIRST_EMAIL, Api.FIRST_PASSWORD).path("user.id");

    // When
    validate(path);

    // Then
    Map<String, @Nullable Object> line = audit(path).getFirst();
    assertThat(line)
        .containsEntry("user_id", UUID.fromString(self))
        .containsEntry("kind", "ACCOUNT");
    assertThat(String.valueOf(line.get("after")))
        .contains("\"verdict\":\"VALID\"")
        .doesNotContain(Api.TOKEN_PLANTED);
  }

  @Test
  void providerThatDoesNotAnswerInTimeIsUnreachable() {
    // Given
    String path = created();
    ProviderPlace.control("/faults", SLOW.formatted(4000));

    // When
    Response result = validate(path);

    // Then
    assertThat(result.jsonPath().getString("verdict")).isEqualTo("UNREACHABLE");
    assertThat(result.jsonPath().getString("explanation")).contains("did not answer in time");
  }

  @Test
  void providerThatDoesNotSpeakTlsIsUnreachable() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      // Given
      Thread.ofVirtual().start(() -> answerWithoutTls(plain));
      String path = customAt("https://localhost:" + plain.getLocalPort() + "/check");

      // When
      Response result = validate(path);

      // Then
      assertThat(result.jsonPath().getString("verdict")).isEqualTo("UNREACHABLE");
      assertThat(result.jsonPath().getString("explanation")).contains("No secure connection");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://nowhere.invalid/check | address could not be found. Asked was nowhere.invalid",
        "https://localhost:1/check | No connection to the provider could be made",
      })
  void hostThatCannotBeReachedIsNamed(String url, String words) {
    // Given
    String path = customAt(url);

    // When
    Response result = validate(path);

    // Then
    assertThat(result.jsonPath().getString("verdict")).isEqualTo("UNREACHABLE");
    assertThat(result.jsonPath().getString("explanation")).contains(words);
  }

  @Test
  void accountThatDoesNotExistIsNotFound() {
    // When
    Response result = validate(ACCOUNTS + "/" + UUID.randomUUID());

    // Then
    assertThat(result.statusCode()).isEqualTo(404);
  }

  private static void answerWithoutTls(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket caller = server.accept()) {
        caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
        caller.getOutputStream().flush();
        caller.getInputStream().readNBytes(10);
      } catch (IOException e) {
        return;
      }
    }
  }

  private String customAt(String url) {
    Map<String, @Nullable Object> custom =
        Api.with(
            Api.with(account, "provider", "custom"),
            "settings",
            Map.of(
                "form", "contract",
                "endpoint", "https://desk.example.org/send",
                "channelDefinitionId", "c-1",
                "organizationId", "o-1",
                "checkUrl", url));
    return ACCOUNTS
        + "/"
        + api.created(
            ACCOUNTS, Api.with(custom, "secrets", Map.of("sharedSecret", "0123456789abcdef0123")));
  }

  private String created() {
    return ACCOUNTS + "/" + api.created(ACCOUNTS, account);
  }

  private Response validate(String path) {
    return api.post(path + "/validate", Map.of());
  }

  private void awaitOneCall() {
    await().atMost(Duration.ofSeconds(5)).until(() -> faultsMet() == 1);
  }

  private static int faultsMet() {
    return ProviderPlace.simulated().faultProgress().stream()
        .mapToInt(FaultScript.Progress::struck)
        .sum();
  }

  private long calls() {
    return ProviderPlace.simulated().requests().stream()
        .filter(request -> request.path().contains(sid))
        .count();
  }

  private static List<Map<String, @Nullable Object>> audit(String path) {
    return TestDatabase.query(
        "select * from audit where object_id = ? and action = 'VALIDATED' order by id",
        UUID.fromString(path.substring(path.lastIndexOf("/") + 1)));
  }
}
