package io.parley.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a load came to.
 *
 * @param nanos how long each operation took, sorted
 * @param elapsed how long the load lasted
 * @param failed operations that did not succeed
 */
record Sample(long[] nanos, Duration elapsed, long failed) {

  static Sample of(long[] nanos, Duration elapsed, long failed) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Sample(sorted, elapsed, failed);
  }

  double perSecond() {
    return nanos.length / (elapsed.toNanos() / 1e9);
  }

  double millis(double quantile) {
    return nanos.length == 0
        ? Double.NaN
        : nanos[(int) Math.min(nanos.length - 1L, Math.round(quantile * nanos.length))] / 1e6;
  }

  /** For what is done once at a time, where the worst counts. */
  String span(String name) {
    return String.format(
        Locale.ROOT,
        "  %-58s %8d      median %6.2f ms   worst %7.2f ms",
        name,
        nanos.length,
        millis(0.5),
        millis(1));
  }

  String line(String name) {
    return String.format(
        Locale.ROOT,
        "  %-58s %8.0f /s   p50 %7.2f ms   p99 %7.2f ms   failed %d",
        name,
        perSecond(),
        millis(0.5),
        millis(0.99),
        failed);
  }
}
