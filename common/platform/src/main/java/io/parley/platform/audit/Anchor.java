package io.parley.platform.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hash that one line had, kept outside of the database. Who has it can tell that this line and
 * all before it are still as they were, and that none was cut off up to there.
 *
 * @param id number of the line
 * @param hash its hash
 */
public record Anchor(long id, String hash) {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

  /**
   * Reads what {@link #toString()} writes.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Anchor parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("an anchor is the number of a line, a colon, its hash");
    }
    return new Anchor(Long.parseLong(matcher.group(1)), matcher.group(2));
  }

  @Override
  public String toString() {
    return id + ":" + hash;
  }
}
