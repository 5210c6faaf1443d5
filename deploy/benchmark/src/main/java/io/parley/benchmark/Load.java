package io.parley.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A load of so many callers at a time, each making one call after the other, bounded in time. */
final class Load {

  /** One call. */
  @FunctionalInterface
  interface Call {

    /** Makes the call and says whether it succeeded. */
    boolean make(int caller, int number);
  }

  private record Part(List<Long> nanos, long failed) {}

  private Load() {}

  static Sample run(int callers, Duration duration, Call call) {
    long begun = System.nanoTime();
    long end = begun + duration.toNanos();
    List<Long> nanos = new ArrayList<>();
    long failed = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Part>> parts = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        int caller = i;
        parts.add(threads.submit(() -> calls(caller, end, call)));
      }
      for (Future<Part> part : parts) {
        nanos.addAll(part.get().nanos());
        failed += part.get().failed();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the load failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return Sample.of(
        nanos.stream().mapToLong(Long::longValue).toArray(),
        Duration.ofNanos(System.nanoTime() - begun),
        failed);
  }

  private static Part calls(int caller, long end, Call call) {
    List<Long> nanos = new ArrayList<>();
    long failed = 0;
    for (int n = 0; System.nanoTime() < end; n++) {
      long from = System.nanoTime();
      if (call.make(caller, n)) {
        nanos.add(System.nanoTime() - from);
      } else {
        failed++;
      }
    }
    return new Part(nanos, failed);
  }
}
