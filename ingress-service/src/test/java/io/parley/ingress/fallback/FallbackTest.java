package io.parley.ingress.fallback;

import static io.parley.ingress.IngressFixture.OUR_NUMBER;
import static io.parley.ingress.IngressFixture.TWILIO;
import static io.parley.ingress.IngressFixture.WEBHOOK;
import static io.parley.ingress.IngressFixture.awaitDirect;
import static io.parley.ingress.IngressFixture.message;
import static io.parley.ingress.IngressFixture.metric;
import static io.parley.ingress.IngressFixture.newSid;
import static io.parley.ingress.IngressFixture.post;
import static io.parley.ingress.IngressFixture.storedRows;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.CustomerAddress;
import io.parley.events.Event;
import io.parley.events.MessageReceived;
import io.parley.events.Topic;
import io.parley.ingress.IngressFixture;
import io.parley.testing.ServersResource;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestKafka;
import io.parley.testing.twilio.SignedWebhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class FallbackTest {

  private static final Duration PROVIDERS_PATIENCE = Duration.ofMillis(3_000);

  @Inject io.vertx.mutiny.sqlclient.Pool pool;

  @BeforeEach
  void account() {
    IngressFixture.configure();
  }

  @AfterEach
  void everythingBack() {
    TestDatabase.update("alter table if exists fallback_hidden rename to fallback_record");
    TestKafka.start();
    awaitDirect();
  }

  @Test
  void nothingIsLostOrOvertakenWhenKafkaIsAway() {
    // Given
    Map<String, List<String>> sent = new LinkedHashMap<>();
    Map<String, List<String>> received = new LinkedHashMap<>();
    post(message("+12065550201", "before", newSid()));
    TestKafka.stop();

    // When
    Instant end = Instant.now().plusSeconds(6);
    List<Duration> answers = new ArrayList<>();
    for (int i = 0; Instant.now().isBefore(end); i++) {
      String customer = "+1206555030" + i % 5;
      String sid = newSid();
      Instant begun = Instant.now();
      HttpResponse<String> answer = post(message(customer, "text " + i, sid));
      answers.add(Duration.between(begun, Instant.now()));
      assertThat(answer.statusCode()).isEqualTo(200);
      sent.computeIfAbsent(customer, unused -> new ArrayList<>()).add(sid);
    }
    TestKafka.start();
    awaitDirect();

    // Then
    for (String customer : sent.keySet()) {
      received.put(customer, firstOccurrences(customer));
    }
    assertThat(received).isEqualTo(sent);
    assertThat(answers).allSatisfy(answer -> assertThat(answer).isLessThan(PROVIDERS_PATIENCE));
    assertThat(answers.subList(1, answers.size()))
        .allSatisfy(answer -> assertThat(answer).isLessThan(Duration.ofSeconds(1)));
  }

  @Test
  void messagesOfOneCustomerAtOnceKeepTheirOrderThroughTheOutage() {
    // Given
    String customer = "+12065550400";
    List<String> sent = new ArrayList<>();
    List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
    post(message(customer, "before", newSid()));
    sent.addAll(firstOccurrences(customer));
    double before = arrived();
    TestKafka.stop();

    // When
    for (int i = 0; i < 40; i++) {
      String sid = newSid();
      sent.add(sid);
      calls.add(IngressFixture.postAsync(message(customer, "text " + i, sid)));
      double arrived = before + i + 1;
      await().pollInterval(Duration.ofMillis(5)).until(() -> arrived() >= arrived);
    }
    calls.forEach(call -> assertThat(call.join().statusCode()).isEqualTo(200));
    TestKafka.start();
    awaitDirect();

    // Then
    assertThat(firstOccurrences(customer)).isEqualTo(sent);
  }

  @Test
  void repeatedWebhookDuringAnOutageIsOneRow() {
    // Given
    SignedWebhook webhook = message("+12065550500", "again", newSid());
    TestKafka.stop();

    // When
    for (int i = 0; i < 5; i++) {
      assertThat(post(webhook).statusCode()).isEqualTo(200);
    }

    // Then
    assertThat(storedRows()).isEqualTo(1);
  }

  @Test
  void deadLettersAndReceiptsAreKeptThroughAnOutageToo() {
    // Given
    String lost = newSid();
    String reported = newSid();
    TestKafka.stop();

    // When
    int deadLetter =
        post(TWILIO.message(WEBHOOK, "+12065550600", "+12065550999", "lost", lost)).statusCode();
    int receipt =
        post(TWILIO.status(WEBHOOK + "/status", OUR_NUMBER, "+12065550600", reported, "sent", null))
            .statusCode();
    TestKafka.start();
    awaitDirect();

    // Then
    assertThat(deadLetter).isEqualTo(200);
    assertThat(receipt).isEqualTo(204);
    assertThat(TestKafka.records(Topic.MESSAGES_RECEIVED.deadLetterName()))
        .anySatisfy(
            letter -> {
              assertThat(new String(letter.value(), UTF_8)).contains(lost);
              assertThat(letter.headers().lastHeader("parley-dead-letter-reason")).isNotNull();
            });
    assertThat(TestKafka.events(Topic.MESSAGES_RECEIPTS))
        .extracting(Event::key)
        .anyMatch(key -> key.endsWith(reported));
  }

  @Test
  void neitherKafkaNorTableMeansUnavailableAndEndsWithTheTable() {
    // Given
    TestKafka.stop();
    TestDatabase.update("alter table fallback_record rename to fallback_hidden");
    SignedWebhook webhook = message("+12065550700", "twice away", newSid());

    // When
    HttpResponse<String> refused = post(webhook);
    TestDatabase.update("alter table fallback_hidden rename to fallback_record");
    HttpResponse<String> accepted = post(webhook);

    // Then
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("urn:parley:problem:unavailable");
    assertThat(accepted.statusCode()).isEqualTo(200);
  }

  @Test
  void kafkaAloneIsEnoughOnceNothingIsOwed() {
    // Given
    TestDatabase.update("alter table fallback_record rename to fallback_hidden");
    String sid = newSid();

    // When
    HttpResponse<String> answer = post(message("+12065550800", "no table", sid));

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(firstOccurrences("+12065550800")).containsExactly(sid);
  }

  @Test
  void rowsLeftByAnotherInstanceAreForwarded() {
    // Given
    String id = "left-behind/" + UUID.randomUUID();

    // When
    leaveBehind(id);

    // Then
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(TestKafka.records(Topic.MESSAGES_RECEIVED.deadLetterName()))
                    .filteredOn(letter -> id.equals(letter.key()))
                    .hasSize(1));
  }

  @Test
  void rowsOfAnotherInstanceAreNotOvertaken() {
    // Given
    String sid = newSid();
    io.vertx.mutiny.sqlclient.SqlConnection other = pool.getConnectionAndAwait();
    var forwarding = other.begin().await().atMost(Duration.ofSeconds(5));
    other
        .query("select 1 from pg_advisory_xact_lock(hashtext(current_schema()), 1002)")
        .executeAndAwait();
    leaveBehind("other/" + UUID.randomUUID());
    await().untilAsserted(() -> assertThat(metric("parley_ingress_fallback_diverted")).isOne());

    // When
    HttpResponse<String> answer = post(message("+12065550900", "behind", sid));

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(storedRows()).isEqualTo(2);
    assertThat(firstOccurrences("+12065550900")).isEmpty();

    // When
    forwarding.rollback().await().atMost(Duration.ofSeconds(5));
    other.closeAndAwait();
    awaitDirect();

    // Then
    assertThat(firstOccurrences("+12065550900")).containsExactly(sid);
  }

  @Test
  void topicThatTakesNothingHoldsUpNoOtherOne() {
    // Given
    String sid = newSid();
    String stuck = "stuck/" + UUID.randomUUID();
    leaveBehind("parley.no such topic", stuck);
    await().untilAsserted(() -> assertThat(metric("parley_ingress_fallback_diverted")).isOne());

    // When
    HttpResponse<String> answer = post(message("+12065551100", "behind", sid));

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(firstOccurrences("+12065551100")).containsExactly(sid));
    assertThat(TestDatabase.update("delete from fallback_record where record_id = ?", stuck))
        .isOne();
  }

  @Test
  void fullTableMeansUnavailableUntilThereIsRoom() {
    // Given
    TestKafka.stop();
    TestDatabase.update(
        "insert into fallback_record (record_id, topic, record_key, headers, body, stored_at)"
            + " select 'fill/' || i, ?, 'fill', '{}', 'x', now() from generate_series(1, 1000) i",
        Topic.MESSAGES_RECEIVED.deadLetterName());
    await().untilAsserted(() -> assertThat(metric("parley_ingress_fallback_diverted")).isOne());
    SignedWebhook webhook = message("+12065551200", "one too many", newSid());

    // When
    HttpResponse<String> refused = post(webhook);
    TestDatabase.update("delete from fallback_record where record_id like 'fill/%'");
    HttpResponse<String> accepted = post(webhook);

    // Then
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(accepted.statusCode()).isEqualTo(200);
  }

  @Test
  void serviceStaysReadyWhileKafkaIsAway() {
    // Given
    TestKafka.stop();
    post(message("+12065551000", "stored", newSid()));

    // When
    HttpResponse<String> ready = IngressFixture.get("/q/health/ready");
    HttpResponse<String> live = IngressFixture.get("/q/health/live");

    // Then
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(live.statusCode()).isEqualTo(200);
    await()
        .untilAsserted(
            () -> assertThat(metric("parley_ingress_fallback_rows")).isGreaterThanOrEqualTo(1));
  }

  private static double arrived() {
    return metric("parley_ingress_webhooks_accepted_total")
        + metric("parley_ingress_records_in_flight");
  }

  private static void leaveBehind(String id) {
    leaveBehind(Topic.MESSAGES_RECEIVED.deadLetterName(), id);
  }

  private static void leaveBehind(String topic, String id) {
    TestDatabase.update(
        "insert into fallback_record (record_id, topic, record_key, headers, body, stored_at)"
            + " values (?, ?, ?, '{}', 'x', now())",
        id,
        topic,
        id);
    TestDatabase.query("select pg_notify('parley_ingress_fallback', 'occupied')::text");
  }

  private static List<String> firstOccurrences(String customer) {
    LinkedHashSet<String> ids = new LinkedHashSet<>();
    for (MessageReceived message : TestKafka.data(Topic.MESSAGES_RECEIVED, MessageReceived.class)) {
      if (message.from().equals(new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, customer))) {
        ids.add(message.providerMessageId());
      }
    }
    return List.copyOf(ids);
  }
}
