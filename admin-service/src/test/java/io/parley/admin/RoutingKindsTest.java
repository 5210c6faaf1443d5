package io.parley.admin;

import static io.parley.admin.Api.with;
import static io.parley.admin.Api.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Skills, capacity, presences, hours, context variables and rules as administrators keep them. */
@AdminTest
class RoutingKindsTest {

  private static final String V1 = "/api/v1/";
  private static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";

  private final List<DynamicTest> cases = new ArrayList<>();
  private final Api api = Api.administrator();
  private final String model = created("rating-models", ratingModel(1, 2, 3));
  private final String skillType = created("skill-types", named("Languages"));
  private final String skill = created("skills", skill(model));
  private final String profile = created("capacity-profiles", profile());
  private final String hours = created("operating-hours", hours());
  private final String queue = created("queues", Api.queue());
  private final String workstream = created("workstreams", Api.workstream(queue));

  /** A change of a body that makes it wrong, and where. */
  private record Wrong(
      String what,
      Function<Map<String, @Nullable Object>, Map<String, @Nullable Object>> change,
      String pointer) {

    static Wrong field(String field, @Nullable Object value, String pointer) {
      return new Wrong(field + " = " + value, body -> with(body, field, value), pointer);
    }

    static Wrong missing(String field) {
      return new Wrong("no " + field, body -> without(body, field), "/" + field);
    }
  }

  @TestFactory
  List<DynamicTest> everyWrongFieldOfSkillsAndCapacityIsNamed() {
    wrong(
        "rating-models",
        ratingModel(1, 2),
        Wrong.missing("values"),
        Wrong.field("values", List.of(), "/values"),
        Wrong.field("values", List.of(value(1), value(3)), "/values"),
        Wrong.field("values", List.of(value(1), value(1)), "/values/1/value"),
        Wrong.field("values", List.of(value(0)), "/values/0/value"),
        Wrong.field("values", List.of(Map.of("value", 1)), "/values/0/label"),
        Wrong.field(
            "values",
            List.of(value(1), Map.of("value", 2, "label", "VALUE 1")),
            "/values/1/label"));
    wrong("skill-types", named("Products"), Wrong.missing("name"));
    wrong(
        "skills",
        skill(model),
        Wrong.field("skillTypeId", UNKNOWN, "/skillTypeId"),
        Wrong.field("ratingModelId", skillType, "/ratingModelId"),
        Wrong.missing("ratingModelId"));
    wrong(
        "capacity-profiles",
        profile(),
        Wrong.missing("workItemLimit"),
        Wrong.field("workItemLimit", 0, "/workItemLimit"),
        Wrong.missing("resetFrequency"),
        Wrong.field("resetFrequency", "DAILY", "/resetFrequency"));
    wrong(
        "presences",
        presence(),
        Wrong.field("name", "Do not disturb", "/name"),
        Wrong.missing("text"),
        Wrong.field("base", "INACTIVE", "/base"));
    wrong(
        "users",
        Api.agent(),
        Wrong.field("skills", List.of(rated(4)), "/skills/0/rating"),
        Wrong.field("skills", List.of(rated(1), rated(2)), "/skills/1/skillId"),
        Wrong.field("skills", List.of(Map.of("skillId", skill)), "/skills/0/rating"),
        Wrong.field(
            "capacityProfiles",
            List.of(Map.of("capacityProfileId", UNKNOWN)),
            "/capacityProfiles/0/capacityProfileId"),
        Wrong.field(
            "capacityProfiles",
            List.of(Map.of("capacityProfileId", profile, "limit", -1)),
            "/capacityProfiles/0/limit"),
        Wrong.field("defaultPresenceId", UNKNOWN, "/defaultPresenceId"),
        Wrong.field("defaultPresence", "LUNCH", "/defaultPresence"));
    return cases;
  }

  @TestFactory
  List<DynamicTest> everyWrongFieldOfOperatingHoursIsNamed() {
    wrong(
        "operating-hours",
        hours(),
        Wrong.field("timeZone", "Europe/Atlantis", "/timeZone"),
        Wrong.field("timeZone", "+01:00", "/timeZone"),
        Wrong.field("weekly", List.of(Map.of("days", List.of())), "/weekly/0/days"),
        Wrong.field("weekly", List.of(Map.of("days", List.of("MONDAY"))), "/weekly/0/from"),
        Wrong.field("weekly", List.of(weekly("17:00", "08:00")), "/weekly/0/to"),
        Wrong.field("weekly", List.of(weekly("8 o'clock", "17:00")), "/weekly/0/from"),
        Wrong.field(
            "weekly", List.of(with(weekly("08:00", "09:00"), "allDay", true)), "/weekly/0/allDay"),
        Wrong.field(
            "weekly", List.of(weekly("08:00", "12:00"), weekly("11:59", "17:00")), "/weekly/1"),
        Wrong.field(
            "weekly",
            List.of(weekly("08:00", "12:00"), Map.of("days", List.of("MONDAY"), "allDay", true)),
            "/weekly/1"),
        Wrong.field(
            "weekly",
            List.of(
                with(
                    with(weekly("08:00", "12:00"), "validFrom", "2026-02-01"),
                    "validUntil",
                    "2026-01-01")),
            "/weekly/0/validUntil"),
        Wrong.field("exceptions", List.of(exception(), exception()), "/exceptions/1/date"),
        Wrong.field(
            "exceptions",
            List.of(
                with(
                    exception(),
                    "hours",
                    List.of(opening("08:00", "12:00"), opening("10:00", "11:00")))),
            "/exceptions/0/hours/1"),
        Wrong.field(
            "exceptions", List.of(with(exception(), "date", "2026-12-25")), "/exceptions/0/date"),
        Wrong.field(
            "holidays",
            List.of(holiday("2026-12-24", "2026-12-26"), holiday("2026-12-26", "2026-12-27")),
            "/holidays/1"),
        Wrong.field("holidays", List.of(holiday("2026-12-26", "2026-12-24")), "/holidays/0/to"));
    return cases;
  }

  @TestFactory
  List<DynamicTest> everyWrongFieldOfQueuesAndWorkstreamsIsNamed() {
    Map<String, @Nullable Object> custom =
        with(
            with(Api.queue(), "assignmentMethod", "CUSTOM"),
            "customAssignment",
            assignment("Everybody"));
    wrong(
        "queues",
        Api.queue(),
        Wrong.field("operatingHoursId", UNKNOWN, "/operatingHoursId"),
        Wrong.field("beforeQueueing", List.of(outOfHours()), "/operatingHoursId"),
        Wrong.field("beforeQueueing", List.of(fullAt(101)), "/beforeQueueing/0/condition/limit"),
        Wrong.field("beforeQueueing", List.of(waited("PT5M")), "/beforeQueueing/0/condition"),
        Wrong.field("whileQueued", List.of(waited("PT30S")), "/whileQueued/0/condition/longerThan"),
        Wrong.field(
            "whileQueued",
            List.of(with(waited("PT5M"), "action", transfer(UNKNOWN))),
            "/whileQueued/0/action/queueId"),
        Wrong.field("assignmentMethod", "CUSTOM", "/customAssignment"),
        Wrong.field("customAssignment", assignment("Everybody"), "/customAssignment"),
        Wrong.field("serviceLevel", "PT0S", "/serviceLevel"),
        Wrong.field("shortAbandon", "P8D", "/shortAbandon"));
    wrong(
        "queues",
        custom,
        Wrong.field("customAssignment", Map.of(), "/customAssignment/rulesets"),
        Wrong.field(
            "customAssignment", assignment("Nobody"), "/customAssignment/selection/0/ruleset"),
        Wrong.field(
            "customAssignment",
            with(
                assignment("Everybody"),
                "prioritisation",
                List.of(
                    Map.of(
                        "name",
                        "Urgent",
                        "orderBy",
                        List.of(
                            Map.of(
                                "attribute", "conversation.urgency", "direction", "ASCENDING"))))),
            "/customAssignment/prioritisation/0/orderBy/0/attribute"));
    wrong(
        "workstreams",
        Api.workstream(queue),
        Wrong.field("businessUnitId", UNKNOWN, "/businessUnitId"),
        Wrong.field("capacityProfileIds", List.of(UNKNOWN), "/capacityProfileIds/0"),
        Wrong.field("capacityProfileIds", List.of(profile, profile), "/capacityProfileIds/1"),
        Wrong.field("wrapUp", "TIME", "/wrapUpTime"),
        Wrong.field("wrapUpTime", "PT1M", "/wrapUpTime"),
        Wrong.field("distributionMode", "PULL", "/distributionMode"),
        Wrong.field("skillMatching", "ROUGHLY", "/skillMatching"));
    return cases;
  }

  @TestFactory
  List<DynamicTest> everyWrongFieldOfVariablesAndRulesIsNamed() {
    created("context-variables", variable("orderNumber"));
    wrong(
        "context-variables",
        variable("other"),
        Wrong.field("name", "order number", "/name"),
        Wrong.field("type", "DATE", "/type"),
        Wrong.field("workstreamId", queue, "/workstreamId"));
    refused("context-variables", variable("orderNumber"), "taken", 409, "/name");
    created("classification-rulesets", with(classification(), "position", 7));
    refused(
        "classification-rulesets",
        with(classification(), "position", 7),
        "place taken",
        409,
        "/position");
    wrong(
        "classification-rulesets",
        classification(),
        Wrong.missing("position"),
        Wrong.field("workstreamId", UNKNOWN, "/workstreamId"),
        Wrong.field(
            "rules",
            List.of(classifying("conversation.x", skillOf(1))),
            "/rules/0/condition/attribute"),
        Wrong.field(
            "rules",
            List.of(classifying("context.OrderNumber", skillOf(1))),
            "/rules/0/condition/attribute"),
        Wrong.field(
            "rules",
            List.of(classifying("context.orderNumber", skillOf(4))),
            "/rules/0/outputs/0/rating"),
        Wrong.field(
            "rules",
            List.of(classifying("context.orderNumber", Map.of("skillId", UNKNOWN, "rating", 1))),
            "/rules/0/outputs/0/skillId"),
        Wrong.field(
            "rules",
            List.of(with(classifying("message.text", skillOf(1)), "outputs", List.of())),
            "/rules/0/outputs"),
        Wrong.field(
            "rules",
            List.of(
                with(
                    classifying("message.text", skillOf(1)),
                    "condition",
                    Map.of("expression", "message.text ="))),
            "/rules/0/condition/expression"));
    wrong(
        "route-to-queue-rulesets",
        routing(workstream, queue),
        Wrong.field("workstreamId", queue, "/workstreamId"),
        Wrong.field(
            "rules", List.of(routingTo(Map.of("queueId", UNKNOWN))), "/rules/0/queues/0/queueId"),
        Wrong.field(
            "rules",
            List.of(routingTo(Map.of("queueId", queue, "percentage", 99))),
            "/rules/0/queues"),
        Wrong.field(
            "rules",
            List.of(
                routingTo(
                    Map.of(
                        "queueId",
                        queue,
                        "overflow",
                        List.of(with(fullAt(5), "action", transfer(queue)))))),
            "/rules/0/queues/0/overflow/0/action/queueId"));
    return cases;
  }

  @TestFactory
  List<DynamicTest> everyKindIsKeptAsItWasGiven() {
    String presence = created("presences", presence());
    Map<String, Map<String, @Nullable Object>> bodies =
        Map.of(
            "rating-models", ratingModel(1, 2),
            "skill-types", named("Products"),
            "skills", skill(model),
            "capacity-profiles", profile(),
            "presences", presence(),
            "operating-hours", hours(),
            "context-variables", variable("kept"),
            "classification-rulesets", classification(),
            "users",
                without(
                    with(
                        with(Api.agent(), "skills", List.of(with(rated(2), "active", true))),
                        "defaultPresenceId",
                        presence),
                    "password"));
    return bodies.entrySet().stream()
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.getKey(),
                    () -> {
                      String path = V1 + kind.getKey();
                      String id = api.created(path, kind.getValue());
                      Map<String, Object> view = api.get(path + "/" + id).jsonPath().getMap("");
                      assertThat(view).containsAllEntriesOf(kind.getValue());
                      Response patched =
                          api.patch(
                              path + "/" + id,
                              "*",
                              Map.of("name", kind.getValue().get("name") + "_2"));
                      assertThat(patched.statusCode())
                          .as(patched.asString())
                          .isEqualTo(kind.getKey().equals("context-variables") ? 400 : 200);
                      assertThat(api.put(path + "/" + id, "*", kind.getValue()).statusCode())
                          .isEqualTo(200);
                      assertThat(api.delete(path + "/" + id, "*").statusCode()).isEqualTo(204);
                    }))
        .toList();
  }

  @Test
  void queueWithHoursSaysWhatHappensOutsideThem() {
    // Given
    String id = created("queues", with(Api.queue(), "operatingHoursId", hours));

    // When
    Response view = api.get(V1 + "queues/" + id);

    // Then
    assertThat(view.jsonPath().getString("beforeQueueing[0].condition.type"))
        .isEqualTo("OUT_OF_HOURS");
    assertThat(view.jsonPath().getString("beforeQueueing[0].action.type"))
        .isEqualTo("ASSIGN_ANYWAY");
    assertThat(api.delete(V1 + "operating-hours/" + hours, "*").statusCode()).isEqualTo(409);
  }

  @Test
  void overflowThatLeadsBackIsRefused() {
    // Given
    String second = created("queues", overflowingTo(queue));
    String third = created("queues", overflowingTo(second));

    // When
    Response refusal =
        api.patch(
            V1 + "queues/" + queue,
            "*",
            Map.of("beforeQueueing", List.of(with(fullAt(3), "action", transfer(third)))));

    // Then
    assertPointer(refusal, 400, "/beforeQueueing/0/action/queueId");
  }

  @Test
  void customAssignmentIsKept() {
    // Given
    Map<String, @Nullable Object> body =
        with(
            with(Api.queue(), "assignmentMethod", "CUSTOM"),
            "customAssignment",
            assignment("Everybody"));

    // When
    String id = created("queues", body);

    // Then
    assertThat(
            api.get(V1 + "queues/" + id)
                .jsonPath()
                .getString("customAssignment.rulesets[0].rules[0].agents[0].skillTypeId"))
        .isEqualTo(skillType);
    assertThat(api.delete(V1 + "skill-types/" + skillType, "*").jsonPath().getList("dependants.id"))
        .contains(id);
  }

  @Test
  void variableThatARuleAsksAboutStays() {
    // Given
    String used = created("context-variables", variable("used"));
    String name = Api.unique("Ruleset");
    Map<String, @Nullable Object> ruleset =
        with(classification(), "rules", List.of(classifying("context.used", skillOf(1))));
    created("classification-rulesets", with(ruleset, "name", name));

    // When
    Response refusal = api.delete(V1 + "context-variables/" + used, "*");

    // Then
    assertThat(refusal.statusCode()).isEqualTo(409);
    assertThat(refusal.asString()).contains(name).contains("/rules/0/condition");
    assertThat(api.get(V1 + "context-variables/" + used).statusCode()).isEqualTo(200);
  }

  @Test
  void variableThatAQueueAsksAboutStays() {
    // Given
    String used = created("context-variables", variable("urgency"));
    Map<String, @Nullable Object> order =
        Map.of("attribute", "context.urgency", "direction", "DESCENDING");
    Map<String, @Nullable Object> assignment =
        with(
            assignment("Everybody"),
            "prioritisation",
            List.of(Map.of("name", "Urgent", "orderBy", List.of(order))));
    String asking =
        created(
            "queues",
            with(with(Api.queue(), "assignmentMethod", "CUSTOM"), "customAssignment", assignment));

    // When
    Response refusal = api.delete(V1 + "context-variables/" + used, "*");

    // Then
    assertThat(refusal.statusCode()).isEqualTo(409);
    assertThat(api.delete(V1 + "queues/" + asking, "*").statusCode()).isEqualTo(204);
    assertThat(api.delete(V1 + "context-variables/" + used, "*").statusCode()).isEqualTo(204);
  }

  @Test
  void scaleKeepsTheRatingsInUse() {
    // Given
    String user = created("users", with(Api.agent(), "skills", List.of(rated(3))));
    Map<String, @Nullable Object> smaller = Map.of("values", List.of(value(1), value(2)));

    // When
    Response refusal = api.patch(V1 + "rating-models/" + model, "*", smaller);

    // Then
    assertPointer(refusal, 409, "/values");
    assertThat(api.delete(V1 + "users/" + user, "*").statusCode()).isEqualTo(204);
    assertThat(api.patch(V1 + "rating-models/" + model, "*", smaller).statusCode()).isEqualTo(200);
  }

  @Test
  void workstreamHasOneRouteToQueueRuleset() {
    // Given
    created("route-to-queue-rulesets", routing(workstream, queue));

    // When
    Response refusal = api.post(V1 + "route-to-queue-rulesets", routing(workstream, queue));

    // Then
    assertPointer(refusal, 409, "/workstreamId");
  }

  @Test
  void eleventhClassificationRulesetIsRefused() {
    // Given
    String other = created("workstreams", Api.workstream(queue));
    for (int i = 1; i <= 10; i++) {
      created(
          "classification-rulesets",
          with(with(classification(), "workstreamId", other), "position", i));
    }

    // When
    Response refusal =
        api.post(
            V1 + "classification-rulesets",
            with(with(classification(), "workstreamId", other), "position", 11));

    // Then
    assertPointer(refusal, 400, "/workstreamId");
  }

  @Test
  void whatIsFixedStays() {
    // Given
    String variable = created("context-variables", variable("fixed"));
    Map<String, Map<String, Object>> changes =
        Map.of(
            "workstreams/" + workstream, Map.of("distributionMode", "PICK"),
            "capacity-profiles/" + profile, Map.of("resetFrequency", "END_OF_DAY"),
            "context-variables/" + variable, Map.of("type", "NUMBER"));

    changes.forEach(
        (path, change) -> {
          // When
          Response refusal = api.patch(V1 + path, "*", change);

          // Then
          assertPointer(refusal, 400, "/" + change.keySet().iterator().next());
        });
  }

  @Test
  void supervisorRatesAgents() {
    // Given
    Map<String, @Nullable Object> supervisor = Api.user("SUPERVISOR");
    created("users", supervisor);
    String agent = created("users", Api.agent());
    Api leading =
        Api.signedInAs(
            String.valueOf(supervisor.get("email")), String.valueOf(supervisor.get("password")));

    // When
    Response rating =
        leading.patch(V1 + "users/" + agent, "*", Map.of("skills", List.of(rated(2))));
    Response hiring = leading.post(V1 + "skills", skill(model));

    // Then
    assertThat(rating.statusCode()).as(rating.asString()).isEqualTo(200);
    assertThat(hiring.statusCode()).isEqualTo(403);
  }

  private void wrong(String kind, Map<String, @Nullable Object> right, Wrong... changes) {
    for (Wrong change : changes) {
      refused(kind, change.change().apply(right), change.what(), 400, change.pointer());
    }
  }

  private void refused(
      String kind, Map<String, @Nullable Object> body, String what, int status, String pointer) {
    cases.add(
        DynamicTest.dynamicTest(
            kind + ": " + what, () -> assertPointer(api.post(V1 + kind, body), status, pointer)));
  }

  private static void assertPointer(Response refusal, int status, String pointer) {
    assertThat(refusal.statusCode()).as(refusal.asString()).isEqualTo(status);
    assertThat(refusal.jsonPath().getList("errors.pointer", String.class))
        .as(refusal.asString())
        .contains(pointer);
  }

  private String created(String kind, Map<String, @Nullable Object> body) {
    Response response = api.post(V1 + kind, body);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    return response.path("id");
  }

  private static Map<String, @Nullable Object> named(String name) {
    return Map.of("name", Api.unique(name));
  }

  private static Map<String, @Nullable Object> value(int value) {
    return Map.of("value", value, "label", "value " + value);
  }

  private static Map<String, @Nullable Object> ratingModel(int... values) {
    return with(
        named("Proficiency"),
        "values",
        java.util.Arrays.stream(values).mapToObj(RoutingKindsTest::value).toList());
  }

  private Map<String, @Nullable Object> skill(String ratingModel) {
    return with(with(named("Spanish"), "skillTypeId", skillType), "ratingModelId", ratingModel);
  }

  private Map<String, @Nullable Object> rated(int rating) {
    return Map.of("skillId", skill, "rating", rating);
  }

  private Map<String, @Nullable Object> skillOf(int rating) {
    return rated(rating);
  }

  private static Map<String, @Nullable Object> profile() {
    return with(with(named("Complaints"), "workItemLimit", 5), "resetFrequency", "IMMEDIATE");
  }

  private static Map<String, @Nullable Object> presence() {
    return with(with(named("Lunch"), "text", "At lunch"), "base", "AWAY");
  }

  private static Map<String, @Nullable Object> hours() {
    return with(
        with(
            with(
                with(named("Office"), "timeZone", "Europe/Lisbon"),
                "holidays",
                List.of(holiday("2026-12-25", "2026-12-26"))),
            "exceptions",
            List.of(with(exception(), "hours", List.of(opening("08:00:00", "12:00:00"))))),
        "description",
        "Open in the morning on Christmas Eve");
  }

  private static Map<String, @Nullable Object> weekly(String from, String to) {
    return with(with(Map.of("days", List.of("MONDAY", "TUESDAY")), "from", from), "to", to);
  }

  private static Map<String, @Nullable Object> exception() {
    return Map.of("date", "2026-12-24", "reason", "Christmas Eve");
  }

  private static Map<String, @Nullable Object> opening(String from, String to) {
    return Map.of("from", from, "to", to);
  }

  private static Map<String, @Nullable Object> holiday(String from, String to) {
    return Map.of("from", from, "to", to, "reason", "Christmas");
  }

  private static Map<String, @Nullable Object> outOfHours() {
    return Map.of("condition", Map.of("type", "OUT_OF_HOURS"), "action", Map.of("type", "END"));
  }

  private static Map<String, @Nullable Object> fullAt(int limit) {
    return Map.of(
        "condition",
        Map.of("type", "WAITING_ITEMS", "limit", limit),
        "action",
        Map.of("type", "END"));
  }

  private static Map<String, @Nullable Object> waited(String time) {
    return Map.of(
        "condition",
        Map.of("type", "WAITING_TIME", "longerThan", time),
        "action",
        Map.of("type", "END"));
  }

  private static Map<String, @Nullable Object> transfer(String queueId) {
    return Map.of("type", "TRANSFER", "queueId", queueId);
  }

  private static Map<String, @Nullable Object> overflowingTo(String queueId) {
    return with(
        Api.queue(), "whileQueued", List.of(with(waited("PT5M"), "action", transfer(queueId))));
  }

  private Map<String, @Nullable Object> assignment(String selected) {
    Map<String, @Nullable Object> rule =
        Map.of(
            "name",
            "Skilled",
            "agents",
            List.of(Map.of("type", "EXACT_SKILLS", "skillTypeId", skillType)));
    return Map.of(
        "rulesets", List.of(Map.of("name", "Everybody", "rules", List.of(rule))),
        "selection", List.of(Map.of("name", "Always", "ruleset", selected)));
  }

  private Map<String, @Nullable Object> variable(String name) {
    return Map.of("workstreamId", workstream, "name", name, "type", "TEXT");
  }

  private Map<String, @Nullable Object> classification() {
    return with(
        with(with(named("Ruleset"), "workstreamId", workstream), "position", 1),
        "rules",
        List.of());
  }

  private static Map<String, @Nullable Object> classifying(
      String attribute, Map<String, @Nullable Object> output) {
    return Map.of(
        "name",
        "Rule",
        "condition",
        Map.of("attribute", attribute, "operator", "EQUALS", "value", "x"),
        "outputs",
        List.of(output));
  }

  private static Map<String, @Nullable Object> routing(String workstreamId, String queueId) {
    return with(
        with(named("Routing"), "workstreamId", workstreamId),
        "rules",
        List.of(routingTo(Map.of("queueId", queueId))));
  }

  private static Map<String, @Nullable Object> routingTo(Map<String, @Nullable Object> target) {
    return Map.of("name", "Rule", "queues", List.of(target));
  }
}
