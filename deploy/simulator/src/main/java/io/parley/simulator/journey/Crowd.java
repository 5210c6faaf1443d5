package io.parley.simulator.journey;

import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/**
 * Customers who write at the same time.
 *
 * @param count different messages, at most 10,000
 * @param parallel webhooks at the same time, at most 256; with 1 they follow each other in order
 * @param copies how often each message is delivered under one id, at most 1,000
 */
public record Crowd(int count, int parallel, int copies) {

  /** One message, delivered once. */
  public static final Crowd ONE = new Crowd(1, 1, 1);

  /** One delivery, waiting for its answer. */
  public interface Delivery<R> {
    R make() throws InterruptedException;
  }

  /**
   * Zero stands for one.
   *
   * @throws InvalidFieldException if a number is out of range
   */
  public Crowd {
    count = Fields.between(count == 0 ? 1 : count, 1, 10_000, "count");
    parallel = Fields.between(parallel == 0 ? 1 : parallel, 1, 256, "parallel");
    copies = Fields.between(copies == 0 ? 1 : copies, 1, 1_000, "copies");
  }

  /**
   * Blocks until every delivery is made.
   *
   * @param message makes the message of this number, from 1; asked once per message, in order
   */
  public <R> List<R> write(IntFunction<Delivery<R>> message) {
    Semaphore places = new Semaphore(parallel, true);
    List<Future<R>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 1; number <= count; number++) {
        Delivery<R> delivery = message.apply(number);
        for (int copy = 0; copy < copies; copy++) {
          places.acquire();
          running.add(threads.submit(() -> inPlace(places, delivery)));
        }
      }
      return results(running);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the simulator is stopping", stopping);
    }
  }

  /** The text with {@code {n}} replaced by the message's number, if there are several. */
  public String numbered(String text, int number) {
    return count > 1 ? text.replace("{n}", String.valueOf(number)) : text;
  }

  private static <R> R inPlace(Semaphore places, Delivery<R> delivery) throws InterruptedException {
    try {
      return delivery.make();
    } finally {
      places.release();
    }
  }

  private static <R> List<R> results(List<Future<R>> running) throws InterruptedException {
    List<R> deliveries = new ArrayList<>();
    for (Future<R> each : running) {
      try {
        deliveries.add(each.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a webhook could not be made", e.getCause());
      }
    }
    return deliveries;
  }
}
