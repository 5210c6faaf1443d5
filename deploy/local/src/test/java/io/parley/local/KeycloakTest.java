package io.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.local.Settings.Part;
import io.parley.testing.server.FreePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole stack with a real Keycloak as issuer. It runs when asked for, with {@code
 * -Dparley.keycloak=true}, because the server is large.
 */
class KeycloakTest {

  private static @Nullable Keycloak issuer;
  private static @Nullable SystemUnderTest stack;

  @BeforeAll
  static void start() throws IOException {
    if (!Boolean.getBoolean("parley.keycloak")) {
      System.out.println("KeycloakTest is skipped; run it with -Dparley.keycloak=true");
      Assumptions.abort("run with -Dparley.keycloak=true");
    }
    Keycloak started = new Keycloak(Path.of(System.getProperty("parley.keycloak.home")));
    issuer = started;
    stack =
        RunningStack.start(
            Map.of(
                "parley.identity.issuer", started.issuer("parley"),
                "parley.identity.audience", "parley-api",
                "parley.identity.clock-skew", "PT0S",
                "parley.identity.roles-claim", "realm_access/roles",
                "parley.identity.role-map.desk", "AGENT",
                "parley.identity.role-map.lead", "SUPERVISOR"));
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      stack.close();
    }
    if (issuer != null) {
      issuer.close();
    }
  }

  @Test
  void tokenOfTheIssuerIsTakenByAdminAndRoutingAsTheUserWithItsAddress() {
    // Given
    String token = token("agent1");

    // When
    JsonNode atAdmin = client(Part.ADMIN, token).get("/api/v1/me").ok();
    JsonNode atRouting = client(Part.ROUTING, token).get("/api/v1/me").ok();

    // Then
    assertThat(atAdmin.get("id").asText()).isEqualTo(Organisation.agentId(1).toString());
    assertThat(atAdmin.get("roles").toString()).isEqualTo("[\"AGENT\"]");
    assertThat(atRouting.toString()).contains(Organisation.agentId(1).toString());
  }

  @Test
  void rolesAreThoseOfTheClaim() {
    // Given
    String lead = token("agent2");
    String nobody = token("agent5");

    // When
    List<Integer> asLead =
        List.of(
            client(Part.ADMIN, lead).get("/api/v1/accounts").status(),
            client(Part.ROUTING, lead).get("/api/v1/me").status());
    List<Integer> without = statuses(nobody);

    // Then
    assertThat(asLead).containsExactly(200, 403);
    assertThat(without).containsOnly(403);
    assertThat(client(Part.ADMIN, token("agent1")).get("/api/v1/accounts").status()).isEqualTo(403);
  }

  @Test
  void tokensThatAreNotForUsAreRefusedByBoth() {
    // Given
    Map<String, String> tokens = new HashMap<>();
    tokens.put("wrong audience", issuer().token("parley", "other-application", "agent1"));
    tokens.put("wrong issuer", issuer().token("elsewhere", "parley-desk", "agent1"));
    tokens.put("address not verified", token("agent3"));
    tokens.put("no user of Parley", token("stranger"));
    tokens.put("signature changed", token("agent1").replaceAll("[^.]*$", "A".repeat(342)));

    // When
    Map<String, List<Integer>> answers = new HashMap<>();
    tokens.forEach((why, token) -> answers.put(why, statuses(token)));

    // Then
    assertThat(answers)
        .allSatisfy((why, statuses) -> assertThat(statuses).as(why).containsOnly(401));
  }

  @Test
  void tokenIsTakenUntilItHasExpired() {
    // Given
    String token = issuer().token("parley", "short-lived", "agent1");
    List<Integer> before = statuses(token);

    // When
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(statuses(token)).containsOnly(401));

    // Then
    assertThat(before).containsOnly(200);
  }

  @Test
  void userWhoIsDisabledInParleyIsRefusedByBothThoughTheIssuerKnowsNothing() {
    // Given
    String token = token("agent4");
    List<Integer> before = statuses(token);
    Json admin = system().organisation().administrator();
    String path = "/api/v1/users/" + Organisation.agentId(4);
    Map<String, Object> user =
        Map.of(
            "name",
            "Agent 4",
            "email",
            Organisation.agentEmail(4),
            "roles",
            List.of("AGENT"),
            "enabled",
            false);

    // When
    admin.put(path, user, "*").ok();

    // Then
    assertThat(before).containsOnly(200);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(statuses(token)).containsOnly(401));
  }

  @Test
  void keyThatTheIssuerChangesToIsTakenAndTheFormerStillIs() {
    // Given
    String former = token("agent1");
    List<Integer> before = statuses(former);
    issuer().rotate("parley");

    // When
    String next = token("agent1");

    // Then
    assertThat(keyId(next)).isNotEqualTo(keyId(former));
    assertThat(before).containsOnly(200);
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(statuses(next)).containsOnly(200));
    assertThat(statuses(former)).containsOnly(200);
  }

  @Test
  void builtInSignInCanBeSwitchedOff() {
    // Given
    int port = FreePort.find();
    Map<String, String> user =
        Map.of(
            "email", Organisation.agentEmail(1),
            "password", system().stack().credentials().password("agent"));
    String path = "/api/v1/sign-in";
    String own =
        Json.at(system().stack().settings().url(Part.ADMIN))
            .post(path, user)
            .ok()
            .get("token")
            .asText();

    // When
    system()
        .stack()
        .addInstance(Part.ADMIN, port, Map.of("parley.identity.built-in-sign-in", "false"));

    // Then
    Json admin = Json.at("http://localhost:" + port);
    assertThat(admin.post(path, user).status()).isEqualTo(401);
    assertThat(admin.as(own).get("/api/v1/me").status()).isEqualTo(401);
    assertThat(admin.as(token("agent1")).get("/api/v1/me").status()).isEqualTo(200);
  }

  private static List<Integer> statuses(String token) {
    List<Integer> statuses = new ArrayList<>();
    for (Part part : List.of(Part.ADMIN, Part.ROUTING)) {
      statuses.add(client(part, token).get("/api/v1/me").status());
    }
    return statuses;
  }

  private static String token(String user) {
    return issuer().token("parley", "parley-desk", user);
  }

  private static Json client(Part part, String token) {
    return Json.at(system().stack().settings().url(part)).as(token);
  }

  private static String keyId(String token) {
    String header =
        new String(
            Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))),
            StandardCharsets.UTF_8);
    return header.replaceAll(".*\"kid\"\\s*:\\s*\"([^\"]+)\".*", "$1");
  }

  private static Keycloak issuer() {
    if (issuer == null) {
      throw new IllegalStateException("not started");
    }
    return issuer;
  }

  private static SystemUnderTest system() {
    if (stack == null) {
      throw new IllegalStateException("not started");
    }
    return stack;
  }
}
