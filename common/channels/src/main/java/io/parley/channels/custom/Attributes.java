package io.parley.channels.custom;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fields that have no place of their own, within limits. */
final class Attributes {

  static final int MOST = 64;
  static final int LONGEST_NAME = 100;
  static final int LONGEST_VALUE = 4_000;
  static final int MOST_CHARACTERS = 16_000;

  private Attributes() {}

  /** What an element says beside these paths; then what its call says beside them and its lists. */
  static Map<String, String> of(Element element, List<String> used, List<String> lists) {
    Map<String, String> all =
        new LinkedHashMap<>(element.rest(used.stream().filter(path -> !path.isEmpty()).toList()));
    if (!element.isCall()) {
      List<String> taken =
          Stream.concat(
                  lists.stream(), used.stream().flatMap(path -> Element.inCall(path).stream()))
              .toList();
      element.call().rest(taken).forEach((name, value) -> all.putIfAbsent("^" + name, value));
    }
    return bounded(all);
  }

  /** Blank values are left out, long ones are cut, and what is too much is dropped. */
  static Map<String, String> bounded(Map<String, String> all) {
    Map<String, String> kept = new HashMap<>();
    int room = MOST_CHARACTERS;
    for (Map.Entry<String, String> entry : all.entrySet()) {
      String name = entry.getKey().replace("\0", "");
      String value = cut(entry.getValue().replace("\0", ""), Math.min(LONGEST_VALUE, room));
      if (kept.size() < MOST
          && !name.isBlank()
          && name.length() <= LONGEST_NAME
          && !value.isBlank()) {
        kept.put(name, value);
        room -= value.length();
      }
    }
    return kept;
  }

  /** The beginning of a text, never ending in half a character. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean splitsPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splitsPair ? length - 1 : length);
  }
}
