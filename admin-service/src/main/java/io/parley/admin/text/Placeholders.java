package io.parley.admin.text;

import io.parley.admin.validation.Findings;
import java.util.function.Predicate;

/**
 * What may stand in braces in a text. A mistyped one would reach customers as it is, so every brace
 * that opens something has to open something known. Pure.
 *
 * @param known whether something in braces, with the braces, is known
 * @param expected the same in words
 */
public record Placeholders(Predicate<String> known, String expected) {

  /**
   * Adds a finding if there is something else in braces.
   *
   * @param pointer where the text stands
   */
  public void require(String pointer, String text, Findings findings) {
    int open = text.indexOf('{');
    while (open >= 0) {
      int end = end(text, open);
      if (end < 0) {
        findings.add(pointer, "the brace at character " + (open + 1) + " is never closed");
        return;
      }
      if (!known.test(text.substring(open, end))) {
        findings.add(
            pointer,
            "what is in braces at character " + (open + 1) + " is not known; there is " + expected);
        return;
      }
      open = text.indexOf('{', end);
    }
  }

  /** After the brace that closes the one at this place; -1 if there is none. */
  private static int end(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      if (text.charAt(i) == '{') {
        depth++;
      } else if (text.charAt(i) == '}') {
        depth--;
        if (depth == 0) {
          return i + 1;
        }
      }
    }
    return -1;
  }
}
