package io.parley.ingress.fallback;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the forwarder that something waits. */
@ApplicationScoped
class ForwardSignal {

  private final Semaphore signals = new Semaphore(0);

  void give() {
    signals.release();
  }

  /** Waits for a signal, but not longer than this. */
  void await(Duration atMost) throws InterruptedException {
    if (signals.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      signals.drainPermits();
    }
  }
}
