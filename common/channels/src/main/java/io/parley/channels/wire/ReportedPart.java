package io.parley.channels.wire;

import io.parley.events.MessagePart;
import org.jspecify.annotations.Nullable;

/** Which part of a long message a report is about, from numbers that may be missing or wrong. */
public final class ReportedPart {

  /** More than any text message has. */
  private static final int MOST = 1_000;

  private ReportedPart() {}

  /**
   * The part of a message that is known to have several. A number of parts that is missing or too
   * small becomes the smallest possible one; it is never one, so that a single part does not pass
   * for the whole.
   *
   * @param number from 1
   * @param of how many parts there are, as far as is known
   */
  public static MessagePart of(@Nullable Integer number, @Nullable Integer of) {
    int part = Math.clamp(number == null ? 1 : number, 1, MOST);
    return new MessagePart(part, Math.max(Math.clamp(of == null ? 2 : of, 2, MOST), part));
  }
}
