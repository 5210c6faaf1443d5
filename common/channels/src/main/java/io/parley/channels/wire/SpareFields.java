package io.parley.channels.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects fields of a call that have no place of their own, within limits, so that nothing that a
 * provider adds is lost and no call becomes huge. Not thread-safe.
 */
public final class SpareFields {

  /** How many fields are kept. */
  public static final int MAX_FIELDS = 64;

  /** Longest name that is kept, in characters. */
  public static final int MAX_NAME = 100;

  /** Longest value that is kept, in characters; longer ones are cut. */
  public static final int MAX_VALUE = 4_000;

  /** Characters of values that are kept in all. */
  public static final int MAX_CHARACTERS = 16_000;

  private final Map<String, String> fields = new LinkedHashMap<>();
  private int room = MAX_CHARACTERS;

  /** Keeps a field, unless it is blank, its name is too long or there already, or it is full. */
  public void add(String name, @Nullable String value) {
    if (value == null || value.isBlank() || isFull()) {
      return;
    }
    String cleanName = CleanText.of(name);
    String kept = CleanText.cut(CleanText.of(value), Math.min(MAX_VALUE, room));
    if (!cleanName.isBlank() && cleanName.length() <= MAX_NAME && !kept.isBlank()) {
      if (fields.putIfAbsent(cleanName, kept) == null) {
        room -= kept.length();
      }
    }
  }

  /** Whether nothing more is kept. */
  public boolean isFull() {
    return fields.size() >= MAX_FIELDS || room <= 0;
  }

  /** What was kept, by name. */
  public Map<String, String> toMap() {
    return Map.copyOf(fields);
  }
}
