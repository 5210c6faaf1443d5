package io.parley.ingress.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class KeyOrderTest {

  private final KeyOrder<String> order = new KeyOrder<>();
  private final List<String> begun = Collections.synchronizedList(new ArrayList<>());

  @Test
  void workOfOneKeyWaitsForTheWorkBeforeIt() {
    // Given
    CompletableFuture<String> first = new CompletableFuture<>();
    run("a", "first", first);

    // When
    CompletableFuture<String> second = run("a", "second", done("2"));
    CompletableFuture<String> other = run("b", "other", done("3"));

    // Then
    assertThat(other.join()).isEqualTo("3");
    assertThat(begun).containsExactly("first", "other");
    first.complete("1");
    assertThat(second.join()).isEqualTo("2");
  }

  @Test
  void failureLetsTheNextOneBegin() {
    // Given
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> failing = run("a", "first", first);
    CompletableFuture<String> second = run("a", "second", done("2"));

    // When
    first.completeExceptionally(new IllegalStateException("Kafka is away"));

    // Then
    assertThat(second.join()).isEqualTo("2");
    assertThatThrownBy(failing::join).hasRootCauseMessage("Kafka is away");
  }

  @Test
  void workGoesOnWhenTheCallerHasGoneAway() {
    // Given
    CompletableFuture<String> first = new CompletableFuture<>();
    Uni<String> asked = order.run("a", () -> Uni.createFrom().completionStage(first));
    asked.subscribe().with(ignored -> {}).cancel();

    // When
    CompletableFuture<String> second = run("a", "second", done("2"));

    // Then
    assertThat(first).isNotCancelled();
    assertThat(begun).isEmpty();
    first.complete("1");
    assertThat(second.join()).isEqualTo("2");
  }

  @Test
  void supplierThatThrowsIsAFailureAndBlocksNobody() {
    // When
    Uni<String> broken =
        order.run(
            "a",
            () -> {
              throw new IllegalStateException("broken");
            });

    // Then
    assertThatThrownBy(() -> broken.await().indefinitely()).hasMessage("broken");
    assertThat(run("a", "next", done("2")).join()).isEqualTo("2");
  }

  @Test
  void longLineRunsInOrderAndLeavesNothingBehind() {
    // Given
    CompletableFuture<String> first = new CompletableFuture<>();
    List<String> expected = new ArrayList<>();
    run("a", "first", first);
    expected.add("first");

    // When
    CompletableFuture<String> last = done("");
    for (int i = 0; i < 5_000; i++) {
      last = run("a", "work " + i, done("x"));
      expected.add("work " + i);
    }
    first.complete("1");

    // Then
    assertThat(last.join()).isEqualTo("x");
    assertThat(begun).isEqualTo(expected);
    await().untilAsserted(() -> assertThat(order.busyKeys()).isZero());
  }

  private CompletableFuture<String> run(String key, String name, CompletableFuture<String> work) {
    return order
        .run(
            key,
            () -> {
              begun.add(name);
              return Uni.createFrom().completionStage(work);
            })
        .subscribeAsCompletionStage();
  }

  private static CompletableFuture<String> done(String value) {
    return CompletableFuture.completedFuture(value);
  }
}
