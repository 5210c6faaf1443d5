package io.parley.local;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** Stops what was started, the last first, once, however the process ends. */
final class Shutdown {

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final PrintStream out;

  Shutdown(PrintStream out) {
    this.out = out;
  }

  /** Stops this, too. */
  synchronized <T extends AutoCloseable> T on(T closeable) {
    opened.push(closeable);
    return closeable;
  }

  synchronized void run() {
    // A Ctrl-C during the start has interrupted this thread; stopping takes its time all the same.
    Thread.interrupted();
    if (opened.isEmpty()) {
      return;
    }
    out.println();
    out.println("Stopping …");
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        out.println("  did not stop cleanly: " + e.getMessage());
      }
    }
    out.println("Stopped.");
  }
}
