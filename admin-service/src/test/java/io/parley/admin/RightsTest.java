package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.configuration.User.Role;
import io.parley.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may do what (domain/channels-and-accounts.md §9), for every operation of the API. */
@AdminTest
class RightsTest {

  private static final Set<Role> ALL = Set.of(Role.ADMINISTRATOR, Role.SUPERVISOR, Role.AGENT);
  private static final Set<Role> NO_AGENT = Set.of(Role.ADMINISTRATOR, Role.SUPERVISOR);
  private static final Set<Role> ADMINISTRATOR = Set.of(Role.ADMINISTRATOR);

  private static final Set<String> YAML = Set.of("planConfiguration", "applyConfiguration");

  /** What needs no token. */
  private static final Set<String> PUBLIC = Set.of("signIn", "refreshSignIn", "readKeySet");

  private static final Map<String, Set<Role>> ALLOWED = new HashMap<>();

  static {
    // Who may read, who may write, who may patch some fields.
    kind("BusinessUnit", "BusinessUnits", NO_AGENT, ADMINISTRATOR, ADMINISTRATOR);
    kind("User", "Users", ALL, ADMINISTRATOR, NO_AGENT);
    kind("Queue", "Queues", ALL, ADMINISTRATOR, NO_AGENT);
    kind("Account", "Accounts", NO_AGENT, ADMINISTRATOR, ADMINISTRATOR);
    kind("ChannelAddress", "ChannelAddresses", NO_AGENT, ADMINISTRATOR, ADMINISTRATOR);
    kind("Workstream", "Workstreams", ALL, ADMINISTRATOR, ADMINISTRATOR);
    kind("ChannelInstance", "ChannelInstances", ALL, ADMINISTRATOR, ADMINISTRATOR);
    kind("RatingModel", "RatingModels", ALL, ADMINISTRATOR, ADMINISTRATOR);
    kind("SkillType", "SkillTypes", ALL, ADMINISTRATOR, ADMINISTRATOR);
    kind("Skill", "Skills", ALL, ADMINISTRATOR, ADMINISTRATOR);
    kind("CapacityProfile", "CapacityProfiles", ALL, ADMINISTRATOR, ADMINISTRATOR);
    kind("CustomPresence", "Presences", ALL, ADMINISTRATOR, ADMINISTRATOR);
    kind("OperatingHours", "OperatingHours", NO_AGENT, ADMINISTRATOR, ADMINISTRATOR);
    kind("ContextVariable", "ContextVariables", ALL, ADMINISTRATOR, ADMINISTRATOR);
    kind("ClassificationRuleset", "ClassificationRulesets", NO_AGENT, ADMINISTRATOR, ADMINISTRATOR);
    kind("RouteToQueueRuleset", "RouteToQueueRulesets", NO_AGENT, ADMINISTRATOR, ADMINISTRATOR);
    kind("MessageTemplate", "MessageTemplates", ALL, ADMINISTRATOR, ADMINISTRATOR);
    kind("AutomatedMessage", "AutomatedMessages", ALL, ADMINISTRATOR, ADMINISTRATOR);
    kind("QuickReply", "QuickReplies", ALL, NO_AGENT, NO_AGENT);
    kind("Bot", "Bots", NO_AGENT, ADMINISTRATOR, ADMINISTRATOR);
    kind("BlockedSender", "BlockedSenders", NO_AGENT, ADMINISTRATOR, ADMINISTRATOR);
    kind("DataMaskingRule", "DataMaskingRules", NO_AGENT, ADMINISTRATOR, ADMINISTRATOR);
    kind(
        "FieldSecurityProfile",
        "FieldSecurityProfiles",
        ADMINISTRATOR,
        ADMINISTRATOR,
        ADMINISTRATOR);
    allow(ALL, "readConfigurationVersion", "readMe", "changeOwnPassword", "signOut");
    allow(NO_AGENT, "listProviders", "readProvider", "listAccountSecrets", "listBotSecrets");
    // Of these, a field security profile may let others do the first four.
    allow(
        ADMINISTRATOR,
        "readAccountSecret",
        "setAccountSecret",
        "readBotSecret",
        "setBotSecret",
        "rotateAccountSecret",
        "rotateBotSecret",
        "rotateAccountKey",
        "readSecretKeys",
        "validateAccount",
        "listHooks",
        "beginHookTest",
        "readHookTest",
        "listWebhookLetters",
        "readWebhookLetter",
        "replayWebhookLetter",
        "listDeadLetterTopics",
        "listDeadLetters",
        "readDeadLetter",
        "replayDeadLetter",
        "discardDeadLetter",
        "replayDeadLettersByReason",
        "readDeadLetterReplay",
        "listAuditLines",
        "readAuditLine",
        "exportAudit",
        "verifyAudit",
        "exportConfiguration",
        "planConfiguration",
        "applyConfiguration");
  }

  private static void kind(
      String one, String many, Set<Role> readers, Set<Role> writers, Set<Role> patchers) {
    allow(readers, "list" + many, "read" + one);
    allow(writers, "create" + one, "replace" + one, "delete" + one);
    allow(patchers, "patch" + one);
  }

  private static void allow(Set<Role> roles, String... operations) {
    for (String operation : operations) {
      ALLOWED.put(operation, roles);
    }
  }

  private final Api administrator = Api.administrator();

  private record Operation(String id, String method, String path) {

    int status(Api api) {
      return api.request()
          .contentType(YAML.contains(id) ? "application/yaml" : "application/json")
          .header("If-Match", "*")
          .body("{}".getBytes(StandardCharsets.UTF_8))
          .request(method, path.replaceAll("\\{\\w+}", UUID.randomUUID().toString()))
          .statusCode();
    }
  }

  @TestFactory
  List<DynamicTest> everyOperationIsForThoseWhoMay() {
    Map<Role, Api> callers = new HashMap<>();
    Map<Role, Api> leaving = new HashMap<>();
    for (Role role : Role.values()) {
      callers.put(role, signedIn(Api.user(role.name())));
      leaving.put(role, signedIn(Api.user(role.name())));
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Operation operation : operations()) {
      if (PUBLIC.contains(operation.id())) {
        continue;
      }
      Set<Role> allowed = ALLOWED.getOrDefault(operation.id(), Set.of());
      // Whoever signs out is of no use for the operations that follow.
      (operation.id().equals("signOut") ? leaving : callers)
          .forEach(
              (role, api) ->
                  tests.add(
                      DynamicTest.dynamicTest(
                          role + " " + operation.id(),
                          () -> {
                            int status = operation.status(api);
                            if (allowed.contains(role)) {
                              assertThat(status).isNotIn(401, 403, 500);
                            } else {
                              assertThat(status).isEqualTo(403);
                            }
                          })));
      tests.add(
          DynamicTest.dynamicTest(
              "nobody " + operation.id(),
              () -> assertThat(operation.status(Api.nobody())).isEqualTo(401)));
    }
    return tests;
  }

  @Test
  void everyOperationHasARule() {
    // Given
    Set<String> known = new TreeSet<>(ALLOWED.keySet());
    known.addAll(PUBLIC);

    // When
    Set<String> present = new TreeSet<>();
    operations().forEach(operation -> present.add(operation.id()));

    // Then
    assertThat(present).isEqualTo(known);
  }

  @Test
  void refusalsAreProblemsAndSayWhatIsMissing() {
    // Given
    Api agent = signedIn(Api.agent());

    // When
    Response nobody = Api.nobody().get("/api/v1/users");
    Response forbidden = agent.get("/api/v1/accounts");

    // Then
    assertThat(nobody.jsonPath().getString("type")).isEqualTo("urn:parley:problem:unauthenticated");
    assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(forbidden.jsonPath().getString("type")).isEqualTo("urn:parley:problem:forbidden");
  }

  @Test
  void tokenOfAnotherIssuerOpensNothing() {
    // Given
    Api stranger = Api.withToken(TestTokens.token(UUID.randomUUID(), Role.ADMINISTRATOR));
    Api garbage = Api.withToken("eyJhbGciOiJub25lIn0.e30.");

    // When
    List<Integer> statuses =
        List.of(
            stranger.get("/api/v1/users").statusCode(), garbage.get("/api/v1/users").statusCode());

    // Then
    assertThat(statuses).containsOnly(401);
  }

  @Test
  void disabledUserGetsNoFurtherWithATokenThatIsStillValid() {
    // Given
    Map<String, @Nullable Object> body = Api.agent();
    String id = administrator.created("/api/v1/users", body);
    Api agent = Api.signedInAs(text(body, "email"), text(body, "password"));

    // When
    administrator.put("/api/v1/users/" + id, "*", Api.with(body, "enabled", false));

    // Then
    assertThat(agent.get("/api/v1/users").statusCode()).isEqualTo(401);
  }

  @Test
  void rightsThatWereTakenAwayAreGoneAtOnce() {
    // Given
    Map<String, @Nullable Object> body = Api.user("ADMINISTRATOR");
    String id = administrator.created("/api/v1/users", body);
    Api demoted = Api.signedInAs(text(body, "email"), text(body, "password"));

    // When
    administrator.put(
        "/api/v1/users/" + id,
        "*",
        Api.with(Api.without(body, "password"), "roles", List.of("SUPERVISOR")));

    // Then
    assertThat(demoted.post("/api/v1/queues", Api.queue()).statusCode()).isEqualTo(403);
  }

  @Test
  void agentSeesOwnQueuesAndLittleOfColleagues() {
    // Given
    Map<String, @Nullable Object> body = Api.agent();
    String self = administrator.created("/api/v1/users", body);
    String colleague = administrator.created("/api/v1/users", Api.agent());
    String other = administrator.created("/api/v1/users", Api.agent());
    String own = administrator.created("/api/v1/queues", Api.queue(self, colleague));
    String foreign = administrator.created("/api/v1/queues", Api.queue(other));

    // When
    Api agent = Api.signedInAs(text(body, "email"), text(body, "password"));

    // Then
    assertThat(agent.get("/api/v1/queues").jsonPath().getList("items.id")).containsExactly(own);
    assertThat(agent.get("/api/v1/queues/" + foreign).statusCode()).isEqualTo(404);
    assertThat(agent.get("/api/v1/users").jsonPath().getList("items.id"))
        .containsExactlyInAnyOrder(self, colleague);
    assertThat(agent.get("/api/v1/users/" + other).statusCode()).isEqualTo(404);
    assertThat(agent.get("/api/v1/users/" + self).jsonPath().getString("email"))
        .isEqualTo(body.get("email"));
    assertThat(agent.get("/api/v1/users/" + colleague).jsonPath().getString("email")).isNull();
  }

  @Test
  void supervisorSeesAccountsWithoutTheUrlsThatOpenThem() {
    // Given
    String account = administrator.created("/api/v1/accounts", Api.account());
    Api supervisor = signedIn(Api.user("SUPERVISOR"));

    // When
    Response read = supervisor.get("/api/v1/accounts/" + account);

    // Then
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.jsonPath().getList("callbackUrls")).isEmpty();
  }

  private Api signedIn(Map<String, @Nullable Object> user) {
    administrator.created("/api/v1/users", user);
    return Api.signedInAs(text(user, "email"), text(user, "password"));
  }

  private static String text(Map<String, @Nullable Object> body, String field) {
    return (String) Objects.requireNonNull(body.get(field));
  }

  private static List<Operation> operations() {
    JsonPath document = Api.nobody().get("/q/openapi?format=json").jsonPath();
    List<Operation> operations = new ArrayList<>();
    Map<String, Map<String, Object>> paths = document.getMap("paths");
    paths.forEach(
        (path, methods) ->
            methods.forEach(
                (method, operation) -> {
                  if (operation instanceof Map<?, ?> map && map.get("operationId") != null) {
                    operations.add(
                        new Operation(String.valueOf(map.get("operationId")), method, path));
                  }
                }));
    return operations;
  }
}
