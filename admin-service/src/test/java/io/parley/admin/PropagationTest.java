package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.ConfigurationApplied;
import io.parley.events.Event;
import io.parley.events.Topic;
import io.parley.events.TraceParent;
import io.parley.testing.TestKafka;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody can see how far a change has got. */
@AdminTest
class PropagationTest {

  private static final String VERSION = "/api/v1/configuration/version";
  private static final Random RANDOM = new Random(3);
  private static final Instant STARTED = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private final Api api = Api.administrator();
  private final String one = UUID.randomUUID().toString();
  private final String two = UUID.randomUUID().toString();

  @AfterEach
  void nobodyIsThere() {
    end(one);
    end(two);
    await().until(() -> instances().isEmpty());
  }

  @Test
  void changeIsInForceEverywhereWhenTheLastInstanceHasToldSo() {
    // Given
    long before = version();
    tell(one, before);
    tell(two, before);
    await().until(() -> read().getBoolean("inForceEverywhere"));
    Instant begun = Instant.now();
    api.created("/api/v1/queues", Api.queue());

    // When
    tell(one, before + 1);
    await().until(() -> lag(one) == 0);
    JsonPath half = read();
    tell(two, before + 1);

    // Then
    assertThat(half.getBoolean("inForceEverywhere")).isFalse();
    assertThat(half.getLong("version")).isEqualTo(before + 1);
    assertThat(Instant.parse(half.getString("committedAt")))
        .isBetween(begun.minusSeconds(1), Instant.now().plusSeconds(1));
    assertThat(half.getLong(find(two) + ".behind")).isEqualTo(1);
    await().until(() -> read().getBoolean("inForceEverywhere"));
    assertThat(read().getString(find(two) + ".appliedAt")).isEqualTo(STARTED.toString());
    assertThat(read().getBoolean(find(two) + ".silent")).isFalse();
  }

  @Test
  void whoWaitsIsAnsweredAsSoonAsTheVersionIsInForce() {
    // Given
    long next = version() + 1;
    tell(one, next - 1);
    await().until(() -> instances().contains(one));
    api.created("/api/v1/queues", Api.queue());
    CompletableFuture<Response> waiting =
        CompletableFuture.supplyAsync(() -> api.get(VERSION + "?wait=PT30S&version=" + next));

    // When
    tell(one, next);

    // Then
    assertThat(waiting)
        .succeedsWithin(Duration.ofSeconds(10))
        .satisfies(
            answer -> assertThat(answer.jsonPath().getBoolean("inForceEverywhere")).isTrue());
  }

  @Test
  void whoWaitsInVainIsToldSo() {
    // Given
    tell(one, version());
    api.created("/api/v1/queues", Api.queue());

    // When
    Response answer = api.get(VERSION + "?wait=PT0.3S");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.jsonPath().getBoolean("inForceEverywhere")).isFalse();
  }

  @Test
  void instanceThatHasStoppedIsNotShown() {
    // Given
    tell(one, 1);
    tell(two, 1);
    await().until(() -> instances().containsAll(List.of(one, two)));

    // When
    end(one);

    // Then
    await().until(() -> !instances().contains(one));
    assertThat(instances()).containsExactly(two);
  }

  @ParameterizedTest
  @CsvSource({
    "wait=5, wait",
    "wait=PT31S, wait",
    "wait=PT-1S, wait",
    "wait=P9999999999999999999D, wait",
    "version=-1, version",
    "version=1e3, version",
    "version=9999999999999999999, version"
  })
  void whatCannotBeWaitedForIsRefused(String query, String field) {
    // When
    Response answer = api.get(VERSION + "?" + query);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo(field);
  }

  private JsonPath read() {
    return api.get(VERSION).jsonPath();
  }

  private long version() {
    return read().getLong("version");
  }

  private List<String> instances() {
    return read().getList("instances.instance");
  }

  private long lag(String instance) {
    return read().getLong(find(instance) + ".behind");
  }

  private static String find(String instance) {
    return "instances.find { it.instance == '" + instance + "' }";
  }

  private static void tell(String instance, long version) {
    String key = "parley-routing/" + instance;
    TestKafka.send(
        new Event<>(
            UUID.randomUUID().toString(),
            "/parley/routing",
            key,
            Instant.now(),
            TraceParent.begin(RANDOM),
            key,
            new ConfigurationApplied("parley-routing", instance, version, STARTED, STARTED)));
  }

  private static void end(String instance) {
    TestKafka.send(
        new ProducerRecord<>(
            Topic.CONFIGURATION_APPLIED.topicName(), "parley-routing/" + instance, null));
  }
}
