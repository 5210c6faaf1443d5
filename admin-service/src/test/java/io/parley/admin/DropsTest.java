package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.parley.events.DropReason;
import io.parley.events.Event;
import io.parley.events.MessageDropped;
import io.parley.events.TraceParent;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was dropped stands in the audit: one line for each address and minute. */
@AdminTest
class DropsTest {

  private static final Random RANDOM = new Random(19);
  private static final Instant MINUTE =
      Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(10, ChronoUnit.MINUTES);

  private final UUID account = UUID.randomUUID();
  private final UUID address = UUID.randomUUID();

  @Test
  void dropsOfAnAddressAndMinuteAreOneLineWithTheirCount() {
    // Given
    drop("a", address, MINUTE.plusSeconds(1), 1);
    drop("b", address, MINUTE.plusSeconds(59), 1);
    drop("c", address, MINUTE.plusSeconds(60), 1);

    // When
    List<Map<String, @Nullable Object>> lines = awaitLines(address, 2);

    // Then
    assertThat(lines)
        .extracting(
            line -> line.get("action"), line -> line.get("kind"), line -> line.get("user_id"))
        .containsOnly(tuple("DROPPED", "CHANNEL_ADDRESS", null));
    assertThat(lines).extracting(line -> count(line)).containsExactlyInAnyOrder("2", "1");
    assertThat(String.valueOf(lines.getFirst().get("after")))
        .contains("+15550100", account.toString());
  }

  @Test
  void repetitionIsCountedOnce() {
    // Given
    drop("a", address, MINUTE, 1);
    drop("a", address, MINUTE, 1);
    drop("b", address, MINUTE, 1);
    awaitLines(address, 1);

    // When
    drop("a", address, MINUTE, 1);
    UUID marker = UUID.randomUUID();
    drop("m", marker, MINUTE, 1);
    awaitLines(marker, 1);

    // Then
    assertThat(lines(address)).extracting(line -> count(line)).containsExactly("2");
  }

  @Test
  void callsOfARetiredAccountAreALineOfTheAccount() {
    // Given
    drop("r", null, MINUTE, 40);

    // When
    List<Map<String, @Nullable Object>> lines = awaitLines(account, 1);

    // Then
    assertThat(lines.getFirst().get("kind")).isEqualTo("ACCOUNT");
    assertThat(count(lines.getFirst())).isEqualTo("40");
  }

  private void drop(String id, @Nullable UUID to, Instant at, long count) {
    MessageDropped drop =
        new MessageDropped(
            account,
            to,
            to == null ? null : "+15550100",
            to == null ? DropReason.RETIRED_ACCOUNT : DropReason.NO_CHANNEL_INSTANCE,
            count,
            at);
    TestKafka.send(
        new Event<>(
            account + "/" + id,
            "/parley/routing",
            account.toString(),
            at,
            TraceParent.begin(RANDOM),
            account.toString(),
            drop));
  }

  private static List<Map<String, @Nullable Object>> awaitLines(UUID object, int count) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> lines(object), found -> found.size() >= count);
  }

  private static List<Map<String, @Nullable Object>> lines(UUID object) {
    return TestDatabase.query("select * from audit where object_id = ? order by id", object);
  }

  private static String count(Map<String, @Nullable Object> line) {
    String after = String.valueOf(line.get("after"));
    return after.replaceAll(".*\"count\":(\\d+).*", "$1");
  }
}
