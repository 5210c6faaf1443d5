package io.parley.routing.timer;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepetitionTest {

  @Test
  void errorDoesNotEndIt() throws Exception {
    // Given
    AtomicInteger runs = new AtomicInteger();
    Repetition repetition =
        new Repetition(
            "test",
            Duration.ofMillis(1),
            () -> {
              if (runs.incrementAndGet() == 1) {
                throw new AssertionError("as when a class cannot be loaded");
              }
            });

    // When
    repetition.start();

    // Then
    await().until(() -> runs.get() > 2);
    repetition.end();
    repetition.awaitEnd();
  }
}
