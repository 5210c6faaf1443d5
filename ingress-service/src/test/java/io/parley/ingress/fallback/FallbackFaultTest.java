package io.parley.ingress.fallback;

import static io.parley.ingress.IngressFixture.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parley.events.Topic;
import io.parley.ingress.IngressFixture;
import io.parley.ingress.publication.KafkaPath;
import io.parley.ingress.publication.OutgoingRecord;
import io.parley.platform.database.Database;
import io.parley.testing.ServersResource;
import io.parley.testing.TestDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class FallbackFaultTest {

  private static final Duration MOMENT = Duration.ofSeconds(5);

  @Inject Vertx vertx;
  @Inject Pool pool;
  @Inject Database database;
  @Inject KafkaPath kafka;
  @Inject CurrentGate gate;
  @Inject FallbackLane lane;
  @Inject FallbackTable table;
  @Inject FallbackMeters meters;
  @Inject FallbackSettings settings;

  @Inject
  @ConfigProperty(name = "quarkus.datasource.username")
  String role;

  @Inject
  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  private final AtomicInteger calls = new AtomicInteger();

  @BeforeEach
  void account() {
    IngressFixture.configure();
  }

  @Test
  void instanceWhoseTurnItIsNotWaitsQuietly() {
    // Given
    SqlConnection other = pool.getConnectionAndAwait();
    Transaction forwarding = other.begin().await().atMost(MOMENT);
    other
        .query("select 1 from pg_advisory_xact_lock(hashtext(current_schema()), 1002)")
        .executeAndAwait();
    leaveBehind();
    await().untilAsserted(() -> assertThat(metric("parley_ingress_fallback_diverted")).isOne());

    // When
    long before = transactions();

    // Then
    try {
      await()
          .pollInterval(Duration.ofMillis(250))
          .during(Duration.ofSeconds(4))
          .atMost(Duration.ofSeconds(6))
          .until(() -> transactions() - before < 100);
    } finally {
      forwarding.rollback().await().atMost(MOMENT);
      other.closeAndAwait();
      IngressFixture.awaitDirect();
    }
  }

  @Test
  void errorDoesNotEndTheForwarder() {
    // Given
    Forwarder forwarder =
        new Forwarder(
            database, kafka, gate, lane, meters, new ForwardSignal(), failingOnce("poll"));

    // When
    forwarder.start(new StartupEvent());

    // Then
    await().atMost(MOMENT).untilAsserted(() -> assertThat(calls).hasValueGreaterThan(1));
    forwarder.stop(new ShutdownEvent());
  }

  @Test
  void errorDoesNotCloseTheLane() {
    // Given
    FallbackLane failing =
        new FallbackLane(table, gate, meters, new ForwardSignal(), failingOnce("patience"));
    OutgoingRecord record =
        new OutgoingRecord(
            "fault", Topic.MESSAGES_RECEIVED.deadLetterName(), "fault", Map.of(), new byte[0]);

    // When
    assertThatThrownBy(() -> failing.store(record, false).await().atMost(MOMENT))
        .hasRootCauseInstanceOf(StackOverflowError.class);
    StoreOutcome second = failing.store(record, false).await().atMost(MOMENT);

    // Then
    assertThat(second).isEqualTo(StoreOutcome.NOTHING_WAITS);
  }

  @Test
  void listenerThatIsRefusedGivesItsConnectionBack() {
    try (PostgresDoor door = PostgresDoor.open(vertx.getDelegate(), 0)) {
      // Given
      Pool single = poolOfOne(door);
      FallbackListener listener = new FallbackListener(single, lane);
      door.refuseToListen(true);

      // When
      listener.start(new StartupEvent());

      // Then
      await().atMost(MOMENT).untilAsserted(() -> assertThat(door.refusals()).isGreaterThan(2));
      listener.stop(new ShutdownEvent());
      single.closeAndAwait();
    }
  }

  private Pool poolOfOne(PostgresDoor door) {
    return Pool.pool(
        vertx,
        new PgConnectOptions()
            .setHost("localhost")
            .setPort(door.port())
            .setDatabase("parley")
            .setUser(role)
            .setPassword(password),
        new PoolOptions().setMaxSize(1));
  }

  /** The settings in force, of which one cannot be read the first time. */
  private FallbackSettings failingOnce(String name) {
    return (FallbackSettings)
        Proxy.newProxyInstance(
            FallbackSettings.class.getClassLoader(),
            new Class<?>[] {FallbackSettings.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals(name) && calls.getAndIncrement() == 0) {
                throw new StackOverflowError("the first time");
              }
              return method.invoke(settings, arguments);
            });
  }

  private static long transactions() {
    return TestDatabase.number(
        "select xact_commit + xact_rollback from pg_stat_database"
            + " where datname = current_database()");
  }

  private static void leaveBehind() {
    String id = "fault/" + UUID.randomUUID();
    TestDatabase.update(
        "insert into fallback_record (record_id, topic, record_key, headers, body, stored_at)"
            + " values (?, ?, ?, '{}', 'x', now())",
        id,
        Topic.MESSAGES_RECEIVED.deadLetterName(),
        id);
  }
}
