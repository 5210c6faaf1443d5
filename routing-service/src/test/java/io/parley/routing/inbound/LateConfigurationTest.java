package io.parley.routing.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.routing.journey.Organisation;
import io.parley.routing.journey.RoutingTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@RoutingTest
class LateConfigurationTest {

  private static final Duration NO_TIME = Duration.ofSeconds(1);

  @Inject LateConfiguration late;

  @Test
  void addressThatWasGivenUpHoldsNobodyUpAgain() {
    // Given
    Organisation.standard();
    UUID unknown = UUID.randomUUID();
    late.await(unknown, Instant.now().minusSeconds(60));

    // When
    Instant before = Instant.now();
    late.await(unknown, before);

    // Then
    assertThat(Duration.between(before, Instant.now())).isLessThan(NO_TIME);
  }

  @Test
  void addressThatWasGivenUpIsWaitedForAgainAfterAChange() {
    // Given
    UUID unknown = UUID.randomUUID();
    late.await(unknown, Instant.now().minusSeconds(60));
    Organisation.standard();

    // When
    Instant receivedAt = Instant.now();
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(() -> late.await(unknown, receivedAt));

    // Then
    assertThatCode(() -> waiting.get(20, TimeUnit.SECONDS)).doesNotThrowAnyException();
    assertThat(Instant.now()).isAfterOrEqualTo(receivedAt.plusSeconds(3));
  }
}
