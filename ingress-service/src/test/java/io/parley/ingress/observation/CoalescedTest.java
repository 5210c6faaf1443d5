package io.parley.ingress.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class CoalescedTest {

  @Test
  void whatCameBackDoesNotReplaceWhatCameMeanwhile() {
    // Given
    Coalesced<String, Integer> newest = new Coalesced<>(Math::max);
    newest.add("key", 1);
    Map<String, Integer> taken = newest.take();

    // When
    newest.add("key", 2);
    taken.forEach(newest::add);

    // Then
    assertThat(newest.take()).containsExactly(Map.entry("key", 2));
    assertThat(newest.take()).isEmpty();
  }

  @Test
  void nothingIsLostBetweenThreads() throws InterruptedException {
    // Given
    Coalesced<String, Integer> sums = new Coalesced<>(Integer::sum);
    CountDownLatch done = new CountDownLatch(8);
    int taken = 0;

    // When
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        threads.execute(
            () -> {
              for (int j = 0; j < 1_000; j++) {
                sums.add("key", 1);
              }
              done.countDown();
            });
      }
      while (done.getCount() > 0) {
        taken += sums.take().getOrDefault("key", 0);
      }
    }
    taken += sums.take().getOrDefault("key", 0);

    // Then
    assertThat(taken).isEqualTo(8_000);
  }
}
