package io.parley.simulator.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Events that wait for each other, so that one webhook carries several. Safe for use by many
 * threads.
 *
 * @param <K> what events of one webhook have in common, such as its address
 * @param <E> an event
 */
public final class Batches<K, E> {

  /** Makes one webhook of the events and delivers it. */
  public interface Carrier<K, E> {
    List<Attempt> deliver(K key, List<E> events) throws InterruptedException;
  }

  private static final class Batch<E> {
    final List<E> events = new ArrayList<>();
    final CompletableFuture<List<Attempt>> made = new CompletableFuture<>();
  }

  private final Carrier<K, E> carrier;
  private final Map<K, Batch<E>> open = new HashMap<>();

  public Batches(Carrier<K, E> carrier) {
    this.carrier = carrier;
  }

  /**
   * Blocks until the webhook with this event is made.
   *
   * @param window how long the first event waits for others
   * @param most a webhook leaves early with so many
   * @return every try
   * @throws InterruptedException when the simulator stops
   */
  public List<Attempt> deliver(K key, E event, Duration window, int most)
      throws InterruptedException {
    if (window.isZero() || most == 1) {
      return carrier.deliver(key, List.of(event));
    }
    Batch<E> batch;
    boolean first;
    boolean full;
    synchronized (open) {
      batch = open.computeIfAbsent(key, k -> new Batch<>());
      batch.events.add(event);
      first = batch.events.size() == 1;
      full = batch.events.size() >= most;
      if (full) {
        open.remove(key, batch);
      }
    }
    if (full) {
      return carry(key, batch);
    }
    if (first) {
      Thread.sleep(window);
      boolean mine;
      synchronized (open) {
        mine = open.remove(key, batch);
      }
      if (mine) {
        return carry(key, batch);
      }
    }
    return outcome(batch);
  }

  private List<Attempt> carry(K key, Batch<E> batch) throws InterruptedException {
    try {
      List<Attempt> attempts = carrier.deliver(key, List.copyOf(batch.events));
      batch.made.complete(attempts);
      return attempts;
    } catch (InterruptedException | RuntimeException e) {
      batch.made.completeExceptionally(e);
      throw e;
    }
  }

  private static <E> List<Attempt> outcome(Batch<E> batch) throws InterruptedException {
    try {
      return batch.made.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the batch could not be delivered", e.getCause());
    }
  }
}
