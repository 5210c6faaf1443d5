package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The whole configuration as one document: exported, planned, applied. */
@AdminTest
class ConfigurationDocumentTest {

  private static final String CONFIGURATION = "/api/v1/configuration";
  private static final String ONLY_THE_FIRST =
      """
      parley: 1
      users:
        - name: Administrator
          email: %s
          roles: [ADMINISTRATOR]
      """
          .formatted(Api.FIRST_EMAIL);

  private static final String ROUTING =
      """
      rating-models:
      - name: Proficiency
        values:
        - {value: 1, label: some}
        - {value: 2, label: fluent}
      skill-types:
      - name: Languages
      skills:
      - {name: Spanish, skillTypeId: Languages, ratingModelId: Proficiency}
      capacity-profiles:
      - {name: Complaints, workItemLimit: 5, resetFrequency: END_OF_DAY}
      operating-hours:
      - name: Office
        timeZone: Europe/Lisbon
        weekly:
        - {days: [MONDAY, TUESDAY], from: '08:00', to: '17:00'}
      queues:
      - name: Care
        operatingHoursId: Office
        whileQueued:
        - condition: {type: WAITING_TIME, longerThan: PT5M}
          action: {type: TRANSFER, queueId: Overflow}
      - name: Overflow
        assignmentMethod: CUSTOM
        customAssignment:
          prioritisation:
          - name: Urgent
            orderBy:
            - {attribute: context.urgency, direction: DESCENDING}
          rulesets:
          - name: Everybody
            rules:
            - name: Skilled
              agents:
              - {type: EXACT_SKILLS, skillTypeId: Languages}
      workstreams:
      - name: Texts
        channel: SMS
        fallbackQueueId: Care
        capacityUnits: 30
        capacityProfileIds: [Complaints]
      context-variables:
      - {workstreamId: Texts, name: urgency, type: NUMBER}
      classification-rulesets:
      - name: Languages
        workstreamId: Texts
        position: 1
        rules:
        - name: Urgent
          condition: {attribute: context.urgency, operator: GREATER_THAN, value: 5}
          outputs:
          - {skillId: Spanish, rating: 2}
          - {capacityProfileId: Complaints}
      route-to-queue-rulesets:
      - name: Queues
        workstreamId: Texts
        rules:
        - name: Urgent
          condition: {expression: context.urgency > 5}
          queues:
          - queueId: Care
            overflow:
            - condition: {type: WAITING_ITEMS, limit: 10}
              action: {type: TRANSFER, queueId: Overflow}
      """;

  private final Api api = Api.administrator();

  @Test
  void exportAppliedToAnEmptySystemIsExportedInTheSameBytes() {
    // Given
    empty();
    String mark = UUID.randomUUID().toString().substring(0, 8);
    String agent = api.created("/api/v1/users", Api.agent());
    String unit = api.created("/api/v1/business-units", Map.of("name", "Unit " + mark));
    String queue = api.created("/api/v1/queues", Api.queue(agent));
    String account =
        api.created("/api/v1/accounts", Api.with(Api.account(), "businessUnitId", unit));
    String address = api.created("/api/v1/channel-addresses", Api.address(account));
    String workstream = api.created("/api/v1/workstreams", Api.workstream(queue));
    api.created("/api/v1/channel-instances", Api.instance(workstream, address));
    String exported = export();

    // When
    empty();
    Response applied = apply(exported);

    // Then
    assertThat(applied.statusCode()).as(applied.asString()).isEqualTo(200);
    assertThat(export()).isEqualTo(exported).contains("Unit " + mark);
    assertThat(api.get("/api/v1/queues/" + queue).statusCode()).isEqualTo(404);
    assertThat(plan(exported).jsonPath().getBoolean("empty")).isTrue();
  }

  @Test
  void routingOfAnOrganisationSurvivesExportAndApply() {
    // Given
    empty();
    Response first = apply(ONLY_THE_FIRST + ROUTING);
    assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
    String exported = export();

    // When
    empty();
    Response applied = apply(exported);

    // Then
    assertThat(applied.statusCode()).as(applied.asString()).isEqualTo(200);
    assertThat(export()).isEqualTo(exported).contains("queueId: Overflow", "skillId: Spanish");
    assertThat(plan(exported).jsonPath().getBoolean("empty")).isTrue();
  }

  @Test
  void variableThatARuleAsksAboutStaysInTheDocument() {
    // Given
    empty();
    apply(ONLY_THE_FIRST + ROUTING);

    // When
    Response refusal = plan(ONLY_THE_FIRST + "context-variables: []\n");

    // Then
    assertThat(refusal.statusCode()).isEqualTo(409);
    assertThat(refusal.asString()).contains("CLASSIFICATION_RULESET Languages at /rules/0");
  }

  @Test
  void queuesOfADocumentThatOverflowIntoOneAnotherAreRefused() {
    // Given
    empty();
    String circle =
        ONLY_THE_FIRST
            + """
            queues:
            - name: One
              whileQueued:
              - condition: {type: WAITING_TIME, longerThan: PT5M}
                action: {type: TRANSFER, queueId: Two}
            - name: Two
              whileQueued:
              - condition: {type: WAITING_TIME, longerThan: PT5M}
                action: {type: TRANSFER, queueId: One}
            """;

    // When
    Response refusal = plan(circle);

    // Then
    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.jsonPath().getList("errors.pointer"))
        .containsExactly(
            "/queues/0/whileQueued/0/action/queueId", "/queues/1/whileQueued/0/action/queueId");
  }

  @Test
  void secondApplyOfTheSameDocumentChangesNothing() {
    // Given
    empty();
    String document = ONLY_THE_FIRST + "business-units:\n- name: Twice\n";
    long before = apply(document).jsonPath().getLong("version");

    // When
    Response again = apply(document);

    // Then
    assertThat(again.jsonPath().getBoolean("empty")).isTrue();
    assertThat(again.jsonPath().getLong("version")).isEqualTo(before);
  }

  @Test
  void planShowsWhatWouldChangeAndChangesNothing() {
    // Given
    empty();
    apply(ONLY_THE_FIRST + "queues:\n  - name: Old\n  - name: Kept\n    priority: 3\n");
    String document = ONLY_THE_FIRST + "queues:\n  - name: New\n  - name: Kept\n    priority: 4\n";

    // When
    Response plan = plan(document);

    // Then
    assertThat(plan.jsonPath().getList("changes.action"))
        .containsExactlyInAnyOrder("CREATE", "REPLACE", "DELETE");
    assertThat(plan.jsonPath().getString("changes.find { it.action == 'REPLACE' }.key"))
        .isEqualTo("Kept");
    assertThat(
            plan.jsonPath()
                .getString("changes.find { it.action == 'REPLACE' }.differences[0].pointer"))
        .isEqualTo("/priority");
    assertThat(export()).contains("name: Old").doesNotContain("name: New");
  }

  @Test
  void secretsAppearAsReferencesOnly() {
    // Given
    empty();
    api.created("/api/v1/accounts", Api.with(Api.account(), "name", "Main line"));
    api.created(
        "/api/v1/accounts",
        Api.with(
            Api.with(Api.account(), "name", "Second"),
            "secrets",
            Map.of("authToken", "${file:second/token}")));

    // When
    String exported = export();

    // Then
    assertThat(exported)
        .doesNotContain(Api.TOKEN_PLANTED)
        .contains("${env:PARLEY_SECRET_ACCOUNT_MAIN_LINE__AUTH_TOKEN}")
        .contains("${file:second/token}");
    assertThat(plan(exported).jsonPath().getBoolean("empty")).isTrue();
  }

  @Test
  void documentThatWasOvertakenIsNotApplied() {
    // Given
    String tag = api.get(CONFIGURATION).header("ETag");
    api.created("/api/v1/business-units", Map.of("name", "Overtaker " + UUID.randomUUID()));

    // When
    Response late = yaml("apply", tag, export());
    Response without =
        api.request()
            .contentType("application/yaml")
            .body("parley: 1\n".getBytes(StandardCharsets.UTF_8))
            .post(CONFIGURATION + "/apply");

    // Then
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(without.statusCode()).isEqualTo(428);
  }

  @TestFactory
  List<DynamicTest> wrongDocumentsAreRefusedWholeWithLineAndPointer() {
    empty();
    List<DynamicTest> tests = new ArrayList<>();
    String head = "parley: 1\n";
    refused(tests, "no document", "[]\n", "", 1);
    refused(tests, "another form", "parley: 2\n", "/parley", 1);
    refused(tests, "unknown section", head + "quees: []\n", "/quees", 2);
    refused(tests, "section that is no list", head + "queues: {}\n", "/queues", 2);
    refused(
        tests,
        "unknown field",
        head + "queues:\n- name: A\n  colour: red\n",
        "/queues/0/colour",
        4);
    refused(
        tests,
        "wrong type",
        head + "queues:\n- name: A\n  priority: high\n",
        "/queues/0/priority",
        4);
    refused(
        tests,
        "out of range",
        head + "queues:\n- name: A\n  priority: -1\n",
        "/queues/0/priority",
        4);
    refused(tests, "no name", head + "queues:\n- priority: 1\n", "/queues/0/name", 3);
    refused(tests, "twice", head + "queues:\n- name: A\n- name: a\n", "/queues/1/name", 4);
    refused(tests, "an id", head + "queues:\n- name: A\n  id: x\n", "/queues/0/id", 4);
    refused(
        tests,
        "unknown reference",
        head + "queues:\n- name: A\n  members:\n  - nobody@example.org\n",
        "/queues/0/members/0",
        5);
    refused(
        tests,
        "member who is no agent",
        ONLY_THE_FIRST + "queues:\n- name: A\n  members: [" + Api.FIRST_EMAIL + "]\n",
        "/queues/0/members/0",
        8);
    refused(
        tests,
        "secret in clear",
        head
            + "accounts:\n- name: A\n  provider: twilio\n  channel: SMS\n  settings: {accountSid: AC"
            + "0".repeat(32)
            + "}\n  secrets:\n    authToken: in-clear\n",
        "/accounts/0/secrets/authToken",
        8);
    refused(tests, "nobody left to sign in", head + "users: []\n", "/users", 2);
    refused(
        tests,
        "queue of somebody who is dropped",
        ONLY_THE_FIRST
            + "queues:\n- name: A\n- name: B\nworkstreams:\n- name: W\n  channel: SMS\n"
            + "  fallbackQueueId: B\n  capacityUnits: much\n",
        "/workstreams/0/capacityUnits",
        13);
    refused(tests, "broken", head + "queues: [\n", "", 3);
    refused(tests, "key twice", head + "queues: []\nqueues: []\n", "/queues", 3);
    return tests;
  }

  @Test
  void documentWithManyObjectsIsAppliedAndTakenBack() {
    // Given
    empty();
    StringBuilder many = new StringBuilder(ONLY_THE_FIRST).append("queues:\n");
    for (int i = 0; i < 1_500; i++) {
      many.append("- name: Queue ").append(i).append('\n');
    }

    // When
    Response applied = apply(many.toString());

    // Then
    assertThat(applied.statusCode()).as(applied.asString()).isEqualTo(200);
    assertThat(applied.jsonPath().getList("changes")).hasSize(1_500);
    empty();
    assertThat(api.get("/api/v1/queues").jsonPath().getList("items")).isEmpty();
  }

  @Test
  void whatIsTooLargeIsRefused() {
    // Given
    String document = "parley: 1\nqueues:\n" + "- name: A\n".repeat(970_000);

    // When
    Response refusal = plan(document);

    // Then
    assertThat(refusal.statusCode()).isBetween(400, 413);
  }

  private void refused(
      List<DynamicTest> tests, String name, String document, String pointer, int line) {
    tests.add(
        DynamicTest.dynamicTest(
            name,
            () -> {
              String before = export();
              Response refusal = apply(document);
              assertThat(refusal.statusCode()).as(refusal.asString()).isBetween(400, 409);
              assertThat(refusal.jsonPath().getList("errors.pointer"))
                  .as(refusal.asString())
                  .contains(pointer);
              int place = refusal.jsonPath().getList("errors.pointer").indexOf(pointer);
              assertThat(refusal.jsonPath().getInt("errors[" + place + "].line"))
                  .as(refusal.asString())
                  .isEqualTo(line);
              assertThat(export()).isEqualTo(before);
            }));
  }

  private void empty() {
    StringBuilder document = new StringBuilder(ONLY_THE_FIRST);
    export()
        .lines()
        .filter(line -> line.matches("[a-z-]+:.*"))
        .map(line -> line.replaceFirst(":.*", ""))
        .filter(section -> !List.of("parley", "users", "data-masking-rules").contains(section))
        .forEach(section -> document.append(section).append(": []\n"));
    Response emptied = apply(document.toString());
    assertThat(emptied.statusCode()).as(emptied.asString()).isEqualTo(200);
  }

  private String export() {
    return api.get(CONFIGURATION).then().statusCode(200).extract().asString();
  }

  private Response plan(String document) {
    return yaml("plan", "*", document);
  }

  private Response apply(String document) {
    return yaml("apply", "*", document);
  }

  private Response yaml(String operation, String ifMatch, String document) {
    return api.request()
        .contentType("application/yaml")
        .header("If-Match", ifMatch)
        .body(document.getBytes(StandardCharsets.UTF_8))
        .post(CONFIGURATION + "/" + operation);
  }
}
