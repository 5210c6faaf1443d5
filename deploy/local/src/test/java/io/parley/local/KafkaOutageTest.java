package io.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class KafkaOutageTest {

  private static final Duration OUTAGE = Duration.ofSeconds(30);

  @Test
  void webhooksAnsweredWhileKafkaIsDownForThirtySecondsArriveOnceAndInOrderAfterwards(
      SystemUnderTest system) {
    // Given
    Map<String, List<String>> answered = new LinkedHashMap<>();
    IntStream.range(0, 10).forEach(i -> answered.put(system.newCustomer(), new ArrayList<>()));
    answered.keySet().forEach(customer -> write(system, answered, customer, "before"));

    // When
    system.stack().kafka().stop();
    long end = System.nanoTime() + OUTAGE.toNanos();
    for (int i = 0; System.nanoTime() < end; i++) {
      for (String customer : answered.keySet()) {
        write(system, answered, customer, "during " + i);
      }
    }
    system.stack().kafka().start();
    for (int i = 0; i < 20; i++) {
      for (String customer : answered.keySet()) {
        write(system, answered, customer, "after " + i);
      }
    }

    // Then
    System.out.printf(
        "Figure: %d webhooks were answered 2xx around an outage of Kafka of %d s%n",
        answered.values().stream().mapToInt(List::size).sum(), OUTAGE.toSeconds());
    answered.forEach(
        (customer, texts) ->
            await()
                .atMost(SystemUnderTest.PATIENCE)
                .untilAsserted(
                    () -> assertThat(system.threadOf(customer)).containsExactlyElementsOf(texts)));
    assertThat(answered.values()).allSatisfy(texts -> assertThat(texts).contains("during 0"));
  }

  private static void write(
      SystemUnderTest system, Map<String, List<String>> answered, String customer, String text) {
    if (system.post(system.text(customer, text)) == 200) {
      answered.getOrDefault(customer, new ArrayList<>()).add(text);
    }
  }
}
