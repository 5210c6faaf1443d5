package io.parley.local;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;

/**
 * Ctrl-C as something to wait for. The JVM's own answer would run all shutdown hooks at the same
 * time, and embedded PostgreSQL has one: it would be gone before the services that use it have
 * stopped.
 */
final class Interruption {

  private final CountDownLatch never = new CountDownLatch(1);
  private volatile boolean happened;

  /** From now on the calling thread is interrupted by Ctrl-C, whatever it is doing. */
  Interruption() {
    Thread starter = Thread.currentThread();
    for (String signal : List.of("INT", "TERM")) {
      Signal.handle(
          new Signal(signal),
          s -> {
            happened = true;
            starter.interrupt();
          });
    }
  }

  /** Whether somebody wants this to end. */
  boolean happened() {
    return happened;
  }

  /** Returns when somebody wants this to end. */
  void await() {
    try {
      never.await();
    } catch (InterruptedException e) {
      // It was waited for; what follows is the orderly stop, which must not begin interrupted.
      Thread.interrupted();
    }
  }
}
