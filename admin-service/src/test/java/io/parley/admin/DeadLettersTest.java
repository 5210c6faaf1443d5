package io.parley.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.CloudEventCodec;
import io.parley.events.CustomerAddress;
import io.parley.events.Event;
import io.parley.events.MessageContent;
import io.parley.events.ReplyRequested;
import io.parley.events.Topic;
import io.parley.events.TraceParent;
import io.parley.platform.messaging.DeadLetters;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestKafka;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that consumers could not handle: looking at them, correcting, replaying, discarding. */
@AdminTest
class DeadLettersTest {

  private static final String ROOT = "/api/v1/dead-letters";
  private static final String PATH = ROOT + "/parley.replies";
  private static final Instant START = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private final Api api = Api.administrator();
  private final String reason = "IllegalStateException: " + UUID.randomUUID();
  private final UUID conversation = UUID.randomUUID();

  @Test
  void topicsAreCountedWithTheOldestOpenLetter() {
    // Given
    JsonPath before = api.get(ROOT).jsonPath();
    keep(event(1), event(2));
    List<String> ids = ids("");

    // When
    api.post(PATH + "/" + ids.getFirst() + "/discard", Map.of("reason", "a test"));
    JsonPath after = api.get(ROOT).jsonPath();

    // Then
    String replies = "items.find { it.topic == 'parley.replies' }";
    assertThat(after.getList("items.topic")).hasSize(Topic.values().length);
    assertThat(after.getLong(replies + ".count") - before.getLong(replies + ".count")).isEqualTo(1);
    assertThat(Instant.parse(after.getString(replies + ".oldest")))
        .isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void listSaysWhatIsKnownAndMasksTheRest() {
    // Given
    Event<ReplyRequested> event = event(1);
    keep(event);

    // When
    Response page = list("");

    // Then
    Map<String, Object> letter = page.jsonPath().getMap("items[0]");
    assertThat(letter)
        .containsEntry("state", "OPEN")
        .containsEntry("reason", reason)
        .containsEntry("consumer", "outbound-replies")
        .containsEntry("key", conversation.toString())
        .containsEntry("eventId", event.id())
        .containsEntry("type", "io.parley.reply.requested.v1")
        .containsEntry("webhook", false);
    assertThat(String.valueOf(letter.get("payload")))
        .contains("…67", event.data().messageId().toString());
    assertThat(page.asString()).doesNotContain("491701234567", "Anna");
  }

  @Test
  void wholeLetterIsShownAndThatIsAudited() {
    // Given
    Event<ReplyRequested> event = event(1);
    keep(event);
    String id = ids("").getFirst();

    // When
    Response read = api.get(PATH + "/" + id);

    // Then
    assertThat(read.jsonPath().getString("text")).contains("+491701234567", "Anna");
    assertThat(read.jsonPath().getString("key")).isEqualTo(conversation.toString());
    assertThat(read.jsonPath().getMap("headers"))
        .containsEntry("ce_id", event.id())
        .containsEntry(DeadLetters.HEADER_PREFIX + "reason", reason);
    assertThat(audit(id)).extracting(line -> line.get("action")).containsExactly("READ");
  }

  @Test
  void replayPublishesTheSameEventAndIsAudited() {
    // Given
    Event<ReplyRequested> event = event(1);
    keep(event);
    String id = ids("").getFirst();

    // When
    Response accepted = api.request().post(PATH + "/" + id + "/replay");

    // Then
    assertThat(accepted.statusCode()).isEqualTo(202);
    awaitPublished(1);
    assertThat(published()).containsExactly(event);
    assertThat(ids("")).isEmpty();
    assertThat(ids("&state=REPLAYED")).containsExactly(id);
    assertThat(audit(id)).extracting(line -> line.get("action")).containsExactly("REPLAYED");
    assertThat(String.valueOf(audit(id).getFirst().get("after"))).doesNotContain("Anna", "4917");
  }

  @Test
  void replaysOfALetterHaveOneEventId() {
    // Given
    keep(event(1));
    String id = ids("").getFirst();

    // When
    api.post(PATH + "/" + id + "/replay", Map.of());
    api.post(PATH + "/" + id + "/replay", Map.of());
    api.post(PATH + "/" + id + "/replay", Map.of("payload", corrected()));

    // Then
    awaitPublished(3);
    assertThat(published()).extracting(Event::id).containsOnly(event(1).id());
  }

  @Test
  void correctionIsPublishedInsteadOfWhatTheRecordHolds() {
    // Given
    ProducerRecord<String, byte[]> broken = letter(CloudEventCodec.encode(event(1)), "{\"x\"");
    TestKafka.send(broken);
    String id = ids("").getFirst();

    // When
    int asItIs = api.post(PATH + "/" + id + "/replay", Map.of()).statusCode();
    int corrected =
        api.post(PATH + "/" + id + "/replay", Map.of("payload", corrected())).statusCode();

    // Then
    assertThat(asItIs).isEqualTo(409);
    assertThat(corrected).isEqualTo(202);
    awaitPublished(1);
    assertThat(published().getFirst().id()).isEqualTo(event(1).id());
    assertThat(published().getFirst().data())
        .isEqualTo(reply("corrected", event(1).data().messageId()));
    assertThat(api.get(PATH + "/" + id).jsonPath().getString("text")).isEqualTo("{\"x\"");
    assertThat(String.valueOf(audit(id).getFirst().get("after"))).contains("\"corrected\":true");
  }

  @Test
  void lettersThatTwoConsumersKeptOfOneRecordBecomeOneEvent() {
    // Given
    ProducerRecord<String, byte[]> nameless =
        letter(new ProducerRecord<>(Topic.REPLIES.topicName(), conversation.toString(), null), "x");
    TestKafka.send(nameless);
    TestKafka.send(nameless);
    Map<String, Object> correction =
        Map.of("payload", corrected(), "type", "io.parley.reply.requested.v1");

    // When
    ids("").forEach(id -> api.post(PATH + "/" + id + "/replay", correction));

    // Then
    awaitPublished(2);
    assertThat(published()).extracting(Event::id).containsOnly("dead-letter/replies/3/120");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"payload\":{}}|/payload/messageId",
        "{\"payload\":[]}|/payload",
        "{\"payload\":\"text\"}|/payload",
        "{\"payload\":{\"content\":{\"text\":\"\",\"mediaUrls\":[]}}}|/payload/content",
        "{\"payload\":{\"to\":{\"kind\":\"NONE\",\"value\":\"x\"}}}|/payload/to/kind",
        "{\"payload\":{},\"type\":\"io.parley.nothing.v1\"}|/type",
        "{\"payload\":{},\"type\":\"io.parley.media.requested.v1\"}|/type"
      })
  void correctionThatDoesNotFitIsRefusedWithItsPlace(String body, String pointer) {
    // Given
    keep(event(1));
    String id = ids("").getFirst();

    // When
    Response refusal = api.request().body(body).post(PATH + "/" + id + "/replay");

    // Then
    assertThat(refusal.statusCode()).as(refusal.asString()).isEqualTo(400);
    assertThat(refusal.jsonPath().getList("errors.pointer")).containsExactly(pointer);
    assertThat(ids("")).containsExactly(id);
  }

  @Test
  void fieldsThatWouldBeLostKeepALetterFromBeingReplayed() {
    // Given
    String data = new String(CloudEventCodec.encode(event(1)).value(), UTF_8);
    TestKafka.send(
        letter(CloudEventCodec.encode(event(1)), data.replaceFirst("\\{", "{\"ofTomorrow\":1,")));

    // When
    Response refusal = api.post(PATH + "/" + ids("").getFirst() + "/replay", Map.of());

    // Then
    assertThat(refusal.statusCode()).isEqualTo(409);
    assertThat(refusal.jsonPath().getString("detail")).contains("/ofTomorrow");
  }

  @Test
  void allThatShareAReasonAreReplayedOnceAndTheRestStays() {
    // Given
    for (int i = 1; i <= 7; i++) {
      keep(event(i));
    }
    TestKafka.send(letter(CloudEventCodec.encode(event(8)), "broken"));
    String other = "another " + UUID.randomUUID();
    TestKafka.send(
        letter(CloudEventCodec.encode(event(9)), CloudEventCodec.encode(event(9)).value(), other));

    // When
    JsonPath first = awaitEnd(replayAll());
    JsonPath second = awaitEnd(replayAll());

    // Then
    assertThat(first.getString("state")).isEqualTo("DONE");
    assertThat(first.getInt("replayed")).isEqualTo(7);
    assertThat(first.getInt("refused")).isEqualTo(1);
    assertThat(second.getInt("replayed")).isZero();
    awaitPublished(7);
    assertThat(published())
        .extracting(Event::id)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 7).mapToObj(i -> event(i).id()).toList());
    assertThat(ids("")).hasSize(1);
    assertThat(api.get(PATH + "?reason=" + other).jsonPath().getList("items")).hasSize(1);
  }

  @Test
  void discardedLetterLeavesTheListAndTheAuditSaysWhy() {
    // Given
    keep(event(1), event(2));
    String id = ids("").getFirst();

    // When
    Response discarded = api.post(PATH + "/" + id + "/discard", Map.of("reason", "was a test"));

    // Then
    assertThat(discarded.statusCode()).isEqualTo(204);
    assertThat(ids("")).hasSize(1).doesNotContain(id);
    assertThat(ids("&state=DISCARDED")).containsExactly(id);
    assertThat(ids("&state=ALL")).hasSize(2);
    assertThat(String.valueOf(audit(id).getFirst().get("after"))).contains("was a test");
  }

  @Test
  void configurationIsNeitherShownNorReplayed() {
    // Given
    String secret = "whkey-planted-0123456789";
    TestKafka.send(
        letter(
            new ProducerRecord<>(
                Topic.CONFIGURATION.topicName(), "ACCOUNT/" + UUID.randomUUID(), null),
            "{\"data\":{\"accountKey\":\"" + secret + "\"}}"));
    String path = ROOT + "/parley.configuration";
    String id = api.get(path + "?reason=" + reason).path("items[0].id");

    // When
    Response read = api.get(path + "/" + id);
    Response replay = api.post(path + "/" + id + "/replay", Map.of());

    // Then
    assertThat(read.asString()).doesNotContain(secret);
    assertThat(read.jsonPath().getString("body")).isNull();
    assertThat(replay.statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/parley.nothing",
        "/replies",
        "/parley.replies/replies-0-99999999",
        "/parley.replies/messages.received-0-0",
        "/parley.replies/nonsense",
        "/parley.replies/replays/17",
        "/parley.replies/replays/0192f0c1-0000-7000-8000-000000000001"
      })
  void whatDoesNotExistIsNotFound(String path) {
    assertThat(api.get(ROOT + path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"limit=0,limit", "after=x,after", "since=now,since", "state=GONE,state"})
  void wrongParametersAreNamed(String query, String parameter) {
    // When
    Response refusal = api.get(PATH + "?" + query);

    // Then
    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.jsonPath().getList("errors.pointer")).containsExactly(parameter);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"reason\":\" \"}", "{\"reason\":1}", "[", "", "{\"why\":\"x\"}"})
  void reasonIsNeeded(String body) {
    // Given
    keep(event(1));
    String id = ids("").getFirst();

    // When
    List<Integer> statuses =
        List.of(
            api.request().body(body).post(PATH + "/" + id + "/discard").statusCode(),
            api.request().body(body).post(PATH + "/replays").statusCode());

    // Then
    assertThat(statuses).containsOnly(400);
  }

  private Response list(String more) {
    Response page = api.get(PATH + "?reason=" + reason + more);
    assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
    return page;
  }

  private List<String> ids(String more) {
    return list(more).jsonPath().getList("items.id", String.class);
  }

  private String replayAll() {
    Response begun = api.post(PATH + "/replays", Map.of("reason", reason));
    assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
    return begun.path("id");
  }

  private JsonPath awaitEnd(String id) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> api.get(PATH + "/replays/" + id).jsonPath(),
            job -> !"RUNNING".equals(job.getString("state")));
  }

  private List<Event<?>> published() {
    return TestKafka.events(Topic.REPLIES).stream()
        .filter(event -> event.key().equals(conversation.toString()))
        .toList();
  }

  private void awaitPublished(int count) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(published()).hasSize(count));
  }

  private static List<Map<String, @Nullable Object>> audit(String letter) {
    return TestDatabase.query("select * from audit where object_key = ? order by id", letter);
  }

  @SafeVarargs
  private void keep(Event<ReplyRequested>... events) {
    for (Event<ReplyRequested> event : events) {
      ProducerRecord<String, byte[]> record = CloudEventCodec.encode(event);
      TestKafka.send(letter(record, record.value(), reason));
    }
  }

  private ProducerRecord<String, byte[]> letter(
      ProducerRecord<String, byte[]> record, String body) {
    return letter(record, body.getBytes(UTF_8), reason);
  }

  /** As a consumer keeps it. */
  private static ProducerRecord<String, byte[]> letter(
      ProducerRecord<String, byte[]> record, byte[] body, String reason) {
    Headers headers = new RecordHeaders(record.headers());
    Map.of(
            "reason", reason,
            "consumer", "outbound-replies",
            "topic", record.topic(),
            "partition", "3",
            "offset", "120")
        .forEach(
            (name, text) -> headers.add(DeadLetters.HEADER_PREFIX + name, text.getBytes(UTF_8)));
    return new ProducerRecord<>(
        record.topic() + Topic.DEAD_LETTER_SUFFIX, null, record.key(), body, headers);
  }

  private Event<ReplyRequested> event(int number) {
    UUID message = UUID.nameUUIDFromBytes((conversation + "/" + number).getBytes(UTF_8));
    return new Event<>(
        conversation + "/" + number,
        "/parley/routing",
        conversation.toString(),
        START,
        new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        conversation.toString(),
        reply("Dear Anna", message));
  }

  private ReplyRequested reply(String text, UUID message) {
    return new ReplyRequested(
        message,
        conversation,
        conversation,
        new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, "+491701234567"),
        MessageContent.ofText(text),
        "agent",
        START,
        null);
  }

  /** What {@link #reply} is as JSON. */
  private Map<String, Object> corrected() {
    return Map.of(
        "messageId", event(1).data().messageId(),
        "conversationId", conversation,
        "channelAddressId", conversation,
        "to", Map.of("kind", "PHONE_NUMBER", "value", "+491701234567"),
        "content", Map.of("text", "corrected", "mediaUrls", List.of()),
        "author", "agent",
        "requestedAt", START.toString());
  }
}
