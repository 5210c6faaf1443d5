package io.parley.ingress.acceptance;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets work of one key run in the order in which it came, one piece at a time; work of other keys
 * does not wait. The work runs to its end even if whoever asked for it has gone away, because what
 * follows must know how it ended. Thread-safe.
 *
 * @param <K> what order is kept for
 */
final class KeyOrder<K> {

  private final ConcurrentMap<K, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

  /** Runs work when everything that came before it under the same key has ended, well or not. */
  <T> Uni<T> run(K key, Supplier<Uni<? extends T>> work) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    CompletableFuture<Void> before = last.put(key, end);
    Uni<T> turn =
        before == null
            ? Uni.createFrom().deferred(work)
            // On another thread, so that a long line of work that ends at once is no deep stack.
            : Uni.createFrom()
                .completionStage(before)
                .emitOn(Infrastructure.getDefaultExecutor())
                .chain(work);
    CompletableFuture<T> result = new CompletableFuture<>();
    turn.onTermination()
        .invoke(
            () -> {
              last.remove(key, end);
              end.complete(null);
            })
        .subscribe()
        .with(result::complete, result::completeExceptionally);
    // A copy, because whoever goes away cancels what it waits for.
    return Uni.createFrom().completionStage(result::copy);
  }

  /** How many keys have work that has not ended. */
  int busyKeys() {
    return last.size();
  }
}
