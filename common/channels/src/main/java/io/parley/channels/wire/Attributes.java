package io.parley.channels.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects fields of a call that have no place of their own, by the provider's names and within
 * limits, so that nothing a provider adds is lost and a hostile call stays small. Of several fields
 * with one name the first is kept. Not thread-safe.
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

  /** Those of these fields that can be kept. */
  public static Map<String, String> of(Map<String, String> fields) {
    Attributes attributes = new Attributes();
    fields.forEach(attributes::keep);
    return attributes.asMap();
  }

  /** Keeps a field, unless it is blank or there is no room for it. */
  public void keep(String name, @Nullable String value) {
    String storableName = StorableText.of(name);
    if (value == null
        || storableName.isBlank()
        || storableName.length() > LONGEST_NAME
        || kept.containsKey(storableName)
        || kept.size() == MOST) {
      return;
    }
    String beginning = StorableText.cut(StorableText.of(value), Math.min(LONGEST_VALUE, room));
    if (!beginning.isBlank()) {
      kept.put(storableName, beginning);
      room -= beginning.length();
    }
  }

  /** What was kept. */
  public Map<String, String> asMap() {
    return Map.copyOf(kept);
  }
}
