package io.parley.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.Event;
import io.parley.events.Topic;
import io.parley.events.WebhookReplayed;
import io.parley.platform.messaging.DeadLetters;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestKafka;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks that ingress did not understand: looking at them, and having them read again. */
@AdminTest
class WebhookLettersTest {

  private static final String PATH = "/api/v1/dead-letters/webhooks";
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final Instant START =
      Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

  private final Api api = Api.administrator();
  private final String account = UUID.randomUUID().toString();

  @Test
  void lettersOfBothTopicsAreListedNewestFirstOverAllPages() {
    // Given
    List<String> newestFirst = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      keep(i % 3 == 0 ? Topic.MESSAGES_RECEIPTS : Topic.MESSAGES_RECEIVED, "letter " + i, i);
      newestFirst.addFirst("letter " + i);
    }

    // When
    List<String> reasons = reasons("limit=4&account=" + account);

    // Then
    assertThat(reasons).isEqualTo(newestFirst);
  }

  @Test
  void whatIsKeptMeanwhileDoesNotMoveThePages() {
    // Given
    keep(Topic.MESSAGES_RECEIVED, "older", 1);
    keep(Topic.MESSAGES_RECEIVED, "old", 2);
    Response first = api.get(PATH + "?limit=1&account=" + account);

    // When
    keep(Topic.MESSAGES_RECEIVED, "new", 3);
    List<String> rest = reasonsAfter("limit=1&account=" + account, first.path("next"));

    // Then
    assertThat(first.jsonPath().getList("items.reason")).containsExactly("old");
    assertThat(rest).containsExactly("older");
  }

  @Test
  void letterSaysWhatIsKnownAndKeepsItsBodyForTheDetail() {
    // Given
    keep(Topic.MESSAGES_RECEIVED, "no such address", 5);

    // When
    Response page = api.get(PATH + "?account=" + account);

    // Then
    Map<String, Object> letter = page.jsonPath().getMap("items[0]");
    assertThat(letter)
        .containsEntry("reason", "no such address")
        .containsEntry("provider", "twilio")
        .containsEntry("accountId", account)
        .containsEntry("method", "POST")
        .containsEntry("subPath", "")
        .containsEntry("contentType", "application/x-www-form-urlencoded")
        .containsEntry("receivedAt", START.minusSeconds(60).toString())
        .containsEntry("keptAt", START.plusSeconds(5).toString())
        .containsEntry("size", "Body=no such address".length());
    assertThat(page.asString()).doesNotContain("Body=");
  }

  @Test
  void filtersHold() {
    // Given
    keep(Topic.MESSAGES_RECEIVED, "early", 1);
    keep(Topic.MESSAGES_RECEIVED, "late", 100);
    send(letter(Topic.MESSAGES_RECEIVED, "infobip", "other provider", 101, "{}".getBytes(UTF_8)));

    // When
    List<String> ofTwilio = reasons("provider=twilio&account=" + account);
    List<String> late = reasons("account=" + account + "&since=" + START.plusSeconds(100));

    // Then
    assertThat(ofTwilio).containsExactly("late", "early");
    assertThat(late).containsExactly("other provider", "late");
  }

  @Test
  void recordsThatOtherConsumersKeptAreNotWebhooks() {
    // Given
    ProducerRecord<String, byte[]> record =
        letter(Topic.MESSAGES_RECEIVED, "twilio", "of routing", 1, new byte[0]);
    record.headers().add(DeadLetters.HEADER_PREFIX + "consumer", "routing".getBytes(UTF_8));
    send(record);
    send(
        new ProducerRecord<>(
            Topic.MESSAGES_RECEIVED.deadLetterName(), null, "key", new byte[] {1}));

    // When
    List<String> reasons = reasons("account=" + account);

    // Then
    assertThat(reasons).isEmpty();
  }

  @Test
  void bodyComesAsBase64AndAsTextWhereItIsText() {
    // Given
    byte[] text = "{\"text\":\"Grüße 👋\"}".getBytes(UTF_8);
    byte[] binary = {(byte) 0xff, 0, (byte) 0xfe};
    send(letter(Topic.MESSAGES_RECEIVED, "twilio", "text", 2, text));
    send(letter(Topic.MESSAGES_RECEIPTS, "twilio", "binary", 1, binary));
    List<String> ids = api.get(PATH + "?account=" + account).jsonPath().getList("items.id");

    // When
    Response readable = api.get(PATH + "/" + ids.get(0));
    Response unreadable = api.get(PATH + "/" + ids.get(1));

    // Then
    assertThat(readable.jsonPath().getString("letter.reason")).isEqualTo("text");
    assertThat(readable.jsonPath().getString("text")).isEqualTo(new String(text, UTF_8));
    assertThat(readable.jsonPath().getString("body"))
        .isEqualTo(Base64.getEncoder().encodeToString(text));
    assertThat(readable.jsonPath().getString("query")).isEqualTo("a=1");
    assertThat(readable.jsonPath().getString("traceParent")).isEqualTo(TRACE);
    assertThat(unreadable.jsonPath().getString("body"))
        .isEqualTo(Base64.getEncoder().encodeToString(binary));
    assertThat(unreadable.jsonPath().getString("text")).isNull();
  }

  @Test
  void replayAsksIngressToReadTheCallAgainAndIsAudited() {
    // Given
    keep(Topic.MESSAGES_RECEIVED, "no such address", 5);
    String id = api.get(PATH + "?account=" + account).path("items[0].id");
    String self = Api.signIn(Api.FIRST_EMAIL, Api.FIRST_PASSWORD).path("user.id");

    // When
    Response accepted = api.post(PATH + "/" + id + "/replay", Map.of());

    // Then
    assertThat(accepted.statusCode()).isEqualTo(202);
    await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(replays()).hasSize(1));
    Event<?> event = replays().getFirst();
    assertThat(event.key()).isEqualTo(account);
    assertThat(event.traceParent().value()).isEqualTo(TRACE);
    assertThat(event.data())
        .isEqualTo(
            new WebhookReplayed(
                UUID.fromString(account),
                "twilio",
                "POST",
                "",
                "a=1",
                "application/x-www-form-urlencoded",
                Base64.getEncoder().encodeToString("Body=no such address".getBytes(UTF_8)),
                START.minusSeconds(60),
                self));
    assertThat(audit())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line).containsEntry("user_id", UUID.fromString(self));
              assertThat(String.valueOf(line.get("after"))).contains(id).doesNotContain("Body=");
            });
  }

  @Test
  void twoReplaysAreTwoEvents() {
    // Given
    keep(Topic.MESSAGES_RECEIPTS, "unknown status", 5);
    String id = api.get(PATH + "?account=" + account).path("items[0].id");

    // When
    api.post(PATH + "/" + id + "/replay", Map.of());
    api.post(PATH + "/" + id + "/replay", Map.of());

    // Then
    await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(replays()).hasSize(2));
    assertThat(replays()).extracting(Event::id).doesNotHaveDuplicates();
  }

  @Test
  void webhookThatFitsIntoNoEventIsNotReplayed() {
    // Given
    send(letter(Topic.MESSAGES_RECEIVED, "twilio", "huge", 1, new byte[700_001]));
    String id = api.get(PATH + "?account=" + account).path("items[0].id");

    // When
    Response refusal = api.post(PATH + "/" + id + "/replay", Map.of());

    // Then
    assertThat(refusal.statusCode()).isEqualTo(413);
    assertThat(audit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "received-0-99999999",
        "received-99-0",
        "received-0-999999999999999999",
        "replies-0-0",
        "nonsense",
        "received-0--1"
      })
  void letterThatDoesNotExistIsNotFound(String id) {
    // When
    List<Integer> statuses =
        List.of(
            api.get(PATH + "/" + id).statusCode(),
            api.post(PATH + "/" + id + "/replay", Map.of()).statusCode());

    // Then
    assertThat(statuses).containsOnly(404);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,limit",
    "limit=201,limit",
    "limit=x,limit",
    "account=17,account",
    "since=yesterday,since",
    "since=2026-11-20,since",
    "after=x,after",
    "after=cmVjZWl2ZWQ,after",
    "provider=aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde,provider"
  })
  void wrongParametersAreNamed(String query, String parameter) {
    // When
    Response refusal = api.get(PATH + "?" + query);

    // Then
    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.jsonPath().getList("errors.pointer")).containsExactly(parameter);
  }

  private List<String> reasons(String query) {
    return reasonsAfter(query, null);
  }

  private List<String> reasonsAfter(String query, @Nullable String after) {
    List<String> reasons = new ArrayList<>();
    String next = after;
    do {
      Response page = api.get(PATH + "?" + query + (next == null ? "" : "&after=" + next));
      assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
      reasons.addAll(page.jsonPath().getList("items.reason", String.class));
      next = page.path("next");
    } while (next != null);
    return Collections.unmodifiableList(reasons);
  }

  private void keep(Topic topic, String reason, int second) {
    send(letter(topic, "twilio", reason, second, ("Body=" + reason).getBytes(UTF_8)));
  }

  /** As ingress keeps it, but on any partition and at a time that the test knows. */
  private ProducerRecord<String, byte[]> letter(
      Topic topic, String provider, String reason, int second, byte[] body) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("provider", provider);
    details.put("account-id", account);
    details.put("method", "POST");
    details.put("sub-path", "");
    details.put("query", "a=1");
    details.put("content-type", "application/x-www-form-urlencoded");
    details.put("received-at", START.minusSeconds(60).toString());
    details.put("traceparent", TRACE);
    ProducerRecord<String, byte[]> made = DeadLetters.record(topic, account, body, reason, details);
    return new ProducerRecord<>(
        made.topic(),
        Math.floorMod(reason.hashCode(), topic.partitions()),
        START.plusSeconds(second).toEpochMilli(),
        made.key(),
        made.value(),
        made.headers());
  }

  private static void send(ProducerRecord<String, byte[]> record) {
    TestKafka.send(record);
  }

  private List<Event<?>> replays() {
    return TestKafka.events(Topic.WEBHOOKS_REPLAYED).stream()
        .filter(event -> event.key().equals(account))
        .toList();
  }

  private List<Map<String, @Nullable Object>> audit() {
    return TestDatabase.query(
        "select * from audit where object_id = ? and action = 'REPLAYED'",
        UUID.fromString(account));
  }
}
