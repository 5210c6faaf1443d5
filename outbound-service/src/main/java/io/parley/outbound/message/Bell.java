package io.parley.outbound.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Rings when a line may have a new head, so that the dispatcher need not look for one. */
@ApplicationScoped
public class Bell {

  private final Semaphore rings = new Semaphore(0);

  /** Wakes the dispatcher. */
  public void ring() {
    rings.release();
  }

  /** Waits for a ring, but not longer than this. */
  public void await(Duration patience) throws InterruptedException {
    if (rings.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      rings.drainPermits();
    }
  }
}
