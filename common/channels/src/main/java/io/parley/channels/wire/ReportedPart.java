package io.parley.channels.wire;

import io.parley.events.MessagePart;
import org.jspecify.annotations.Nullable;

/** Which part of a long message a report is about, from numbers that may be missing or wrong. */
public final class ReportedPart {

  /** More than any text message has. */
  private static final int MOST = 1_000;

  private ReportedPart() {}

  /**
   * The part that a report is about. The provider's number of parts is believed, also where it is
   * one: such a part is the whole. Where it is missing or nonsense there are taken to be several,
   * so that a part does not pass for the whole.
   *
   * @param number from 1
   * @param of how many parts there are, as far as is known
   */
  public static MessagePart of(@Nullable Integer number, @Nullable Integer of) {
    int part = Math.clamp(number == null ? 1 : number, 1, MOST);
    int parts = of == null || of < 1 ? 2 : Math.min(of, MOST);
    return new MessagePart(part, Math.max(parts, part));
  }
}
