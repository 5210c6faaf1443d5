package io.parley.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.events.EventJson;
import io.parley.testing.server.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * A real Keycloak with two realms that differ by name only, as a process of its own on a free port.
 */
final class Keycloak implements AutoCloseable {

  private static final String ADMINISTRATOR = "issuer-admin";
  private static final String PASSWORD = "known to the issuer";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Process process;
  private final String url;

  /**
   * Starts it and returns when it answers.
   *
   * @param home the unpacked server distribution
   */
  Keycloak(Path home) throws IOException {
    int port = FreePort.find();
    url = "http://localhost:" + port;
    Path imports = Files.createDirectories(home.resolve("data/import"));
    try (InputStream in = Keycloak.class.getResourceAsStream("/keycloak-realm.json")) {
      String realm = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String name : List.of("parley", "elsewhere")) {
        Files.writeString(
            imports.resolve(name + "-realm.json"),
            realm.replace("\"realm\": \"parley\"", "\"realm\": \"" + name + "\""));
      }
    }
    ProcessBuilder builder =
        new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--http-host=localhost",
                "--http-port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("keycloak.log").toFile());
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
    process = builder.start();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException("Keycloak did not start; see keycloak.log");
              }
              return get(issuer("parley"), "").path("realm").asText().equals("parley");
            });
  }

  /** What a realm's tokens name as their issuer. */
  String issuer(String realm) {
    return url + "/realms/" + realm;
  }

  /** A token of a user, got with the user's password. */
  String token(String realm, String client, String user) {
    return grant(realm, client, user, PASSWORD);
  }

  /** From now on another key signs; the former is still published. */
  void rotate(String realm) {
    String token = grant("master", "admin-cli", ADMINISTRATOR, PASSWORD);
    String id = get(url + "/admin/realms/" + realm, token).get("id").asText();
    String body =
        """
        {"name": "next", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
         "parentId": "%s", "config": {"priority": ["200"], "enabled": ["true"], "active": ["true"]}}
        """
            .formatted(id);
    send(
        HttpRequest.newBuilder(URI.create(url + "/admin/realms/" + realm + "/components"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private String grant(String realm, String client, String user, String password) {
    String form =
        Map.of(
                "grant_type", "password",
                "client_id", client,
                "username", user,
                "password", password)
            .entrySet()
            .stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(HttpRequest.newBuilder(URI.create(issuer(realm) + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build())
        .get("access_token")
        .asText();
  }

  private static JsonNode get(String url, String token) {
    return send(
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).build());
  }

  private static JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException("status " + answer.statusCode() + ": " + answer.body());
      }
      return EventJson.mapper().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
