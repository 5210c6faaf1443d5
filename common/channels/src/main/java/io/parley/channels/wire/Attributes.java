package io.parley.channels.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects fields of a call that have no place of their own, by the provider's names and within
 * limits. What is beyond them is left out. Not thread-safe.
 */
public final class Attributes {

  /** How many fields are kept. */
  public static final int MOST = 64;

  /** Longest name that is kept, in characters. */
  public static final int LONGEST_NAME = 100;

  /** Longest value that is kept, in characters; longer ones are cut. */
  public static final int LONGEST_VALUE = 4_000;

  /** Characters of values that are kept in all. */
  public static final int MOST_CHARACTERS = 16_000;

  private final Map<String, String> kept = new LinkedHashMap<>();
  private int room = MOST_CHARACTERS;

  /** Keeps a field, unless it is blank or there is no room for it. */
  public void keep(String name, @Nullable String value) {
    String storableName = StorableText.of(name);
    String storable = value == null ? "" : StorableText.of(value);
    if (storable.isBlank()
        || storableName.isBlank()
        || storableName.length() > LONGEST_NAME
        || kept.size() == MOST) {
      return;
    }
    String beginning = StorableText.cut(storable, Math.min(LONGEST_VALUE, room));
    if (!beginning.isEmpty()) {
      kept.put(storableName, beginning);
      room -= beginning.length();
    }
  }

  /** What was kept. */
  public Map<String, String> asMap() {
    return Map.copyOf(kept);
  }
}
