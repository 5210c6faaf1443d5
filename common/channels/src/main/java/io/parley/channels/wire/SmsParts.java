package io.parley.channels.wire;

import java.util.Set;
import java.util.stream.Collectors;

/** How many parts a text message goes out in (GSM 03.38; providers/infobip.md §2). */
public final class SmsParts {

  private static final Set<Integer> BASIC =
      characters(
          "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
              + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

  /** These take the room of two. */
  private static final Set<Integer> EXTENDED = characters("\f^{}\\[~]|€");

  private SmsParts() {}

  /** The number of parts; one for an empty text. */
  public static int of(String text) {
    boolean gsm = text.codePoints().allMatch(c -> BASIC.contains(c) || EXTENDED.contains(c));
    return gsm
        ? parts(text.codePoints().map(c -> EXTENDED.contains(c) ? 2 : 1).sum(), 160, 153)
        : parts(text.length(), 70, 67);
  }

  private static int parts(int length, int alone, int together) {
    return length <= alone ? 1 : (length + together - 1) / together;
  }

  private static Set<Integer> characters(String text) {
    return text.codePoints().boxed().collect(Collectors.toUnmodifiableSet());
  }
}
