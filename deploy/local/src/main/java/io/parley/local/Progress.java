package io.parley.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line for each part of the stack: first that it is being started, then that it is ready. */
public final class Progress {

  private final PrintStream out;
  private final boolean terminal;

  /**
   * Progress on a stream.
   *
   * @param terminal whether a line can be overwritten
   */
  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Says nothing. */
  public static Progress silent() {
    return new Progress(new PrintStream(PrintStream.nullOutputStream()), false);
  }

  /** A part that takes a while. */
  @FunctionalInterface
  public interface Work {

    /** Does it and says where it is reached. */
    String run();
  }

  /** Does the work of a part and tells how long it took. */
  public void part(String name, Work work) {
    if (terminal) {
      out.printf(Locale.ROOT, "  %-18s starting …", name);
      out.flush();
    }
    long begun = System.nanoTime();
    String where = work.run();
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    out.printf(
        Locale.ROOT,
        "%s  %-18s ready in %5.2f s   %s%n",
        terminal ? "\r" : "",
        name,
        took.toMillis() / 1000.0,
        where);
    out.flush();
  }

  /** A line of its own. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }
}
