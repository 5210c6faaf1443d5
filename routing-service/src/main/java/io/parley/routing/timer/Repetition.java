package io.parley.routing.timer;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Work that is done again and again on a thread of its own. Quarkus's scheduler does nothing more
 * often than once a second and leaves work running into a closed pool when the service stops.
 */
final class Repetition {

  private static final Logger LOG = Logger.getLogger(Repetition.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Duration pause;
  private final Runnable work;
  private final Semaphore end = new Semaphore(0);
  private final Thread thread;
  private volatile boolean running = true;

  Repetition(String name, Duration pause, Runnable work) {
    this.pause = pause;
    this.work = work;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Asks it to end; work under way goes on. */
  void end() {
    running = false;
    end.release();
  }

  /** Waits until work under way is done. */
  void awaitEnd() throws InterruptedException {
    if (!thread.join(PATIENCE)) {
      LOG.warnf("Timer does not end in time. timer=%s", thread.getName());
    }
  }

  private void run() {
    while (running) {
      try {
        work.run();
      } catch (RuntimeException e) {
        if (running) {
          LOG.warnf("Timer fires again later. timer=%s error=%s", thread.getName(), e);
        }
      } catch (Throwable e) {
        LOG.errorf(e, "Timer failed and fires again later. timer=%s", thread.getName());
      }
      try {
        running = running && !end.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
