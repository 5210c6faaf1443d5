package io.parley.channels.wire;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that an administrator lists, separated by commas or blanks; case does not count. */
public final class WordList {

  /** What an administrator may enter. */
  public static final String PATTERN = "[\\p{L}\\p{N}][\\p{L}\\p{N}, ]{0,499}";

  private WordList() {}

  /** The words in upper case. */
  public static Set<String> parse(String entered) {
    return Stream.of(entered.split("[,\\s]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toUpperCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether a text is nothing but one of the words.
   *
   * @param words in upper case; several in one with a blank between them
   */
  public static boolean isOne(String text, Set<String> words) {
    String composed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    return words.contains(composed.replaceAll("\\s+", " ").toUpperCase(Locale.ROOT));
  }
}
