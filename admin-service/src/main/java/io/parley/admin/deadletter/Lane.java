package io.parley.admin.deadletter;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** One partition while it is read backwards, window by window. Not thread-safe. */
final class Lane {

  private final TopicPartition partition;
  private final long first;
  private final Deque<Letter> found = new ArrayDeque<>();
  private long looked;

  /**
   * A partition.
   *
   * @param first the lowest offset that is of interest
   * @param before the offset before which reading begins
   */
  Lane(TopicPartition partition, long first, long before) {
    this.partition = partition;
    this.first = first;
    this.looked = Math.max(first, before);
  }

  /** A stretch of offsets. */
  record Window(TopicPartition partition, long from, long to) {}

  /** Whether nothing can be said about its newest letter before another window is read. */
  boolean isBlind() {
    return found.isEmpty() && looked > first;
  }

  boolean hasFound() {
    return !found.isEmpty();
  }

  TopicPartition partition() {
    return partition;
  }

  Instant newest() {
    return found.element().keptAt();
  }

  Letter take() {
    return found.remove();
  }

  /** The next window, downwards. */
  Window next(int size) {
    return new Window(partition, Math.max(first, looked - size), looked);
  }

  /**
   * A window was read to its end.
   *
   * @param wanted the letters in it that are asked for, in the order of their offsets
   */
  void saw(Window window, List<Letter> wanted) {
    looked = window.from();
    wanted.forEach(found::addFirst);
  }

  /** The offset before which it goes on. */
  long position() {
    return found.isEmpty() ? looked : found.element().id().offset() + 1;
  }

  boolean isAtEnd() {
    return position() <= first;
  }
}
