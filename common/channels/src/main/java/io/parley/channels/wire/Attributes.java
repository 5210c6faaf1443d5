package io.parley.channels.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of a call that have no place of their own, so that nothing a provider adds is
 * lost and nothing grows without end. Not thread-safe.
 */
public final class Attributes {

  /** How many fields are kept. */
  public static final int MAX_FIELDS = 64;

  /** Longest name that is kept, in characters. */
  public static final int MAX_NAME = 100;

  /** Longest value that is kept, in characters; longer ones are cut. */
  public static final int MAX_VALUE = 4_000;

  /** Characters of values that are kept in all. */
  public static final int MAX_CHARACTERS = 16_000;

  private final Map<String, String> kept = new LinkedHashMap<>();
  private int room = MAX_CHARACTERS;

  /** Keeps a field unless it is blank, has a name that is too long, is there, or is one too many. */
  public void add(String field, @Nullable String given) {
    String name = CleanText.of(field);
    String value = given == null ? "" : CleanText.of(given);
    if (value.isBlank() || name.isBlank() || name.length() > MAX_NAME || kept.containsKey(name)) {
      return;
    }
    String cut = CleanText.cut(value, Math.min(MAX_VALUE, room));
    if (kept.size() < MAX_FIELDS && !cut.isEmpty()) {
      kept.put(name, cut);
      room -= cut.length();
    }
  }

  /** What was kept, by the provider's names. */
  public Map<String, String> asMap() {
    return Map.copyOf(kept);
  }
}
