package io.parley.channels.linkmobility;

import io.parley.channels.ConsentKeywords;
import io.parley.channels.wire.WordList;
import io.parley.events.ConsentSignal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keyword that led a message to us, and what a text says about consent with or without it
 * (providers/link-mobility.md §2 and §7).
 *
 * @param word nothing when the message came by its number alone
 * @param startsWith whether the text goes on right behind the keyword
 * @param shared whether the route is a service for stopping that several receivers share
 */
record Keyword(@Nullable String word, boolean startsWith, boolean shared) {

  /** The text without the keyword at its beginning. */
  String stripped(String text) {
    String begun = text.stripLeading();
    if (word == null || !begun.regionMatches(true, 0, word, 0, word.length())) {
      return text;
    }
    String rest = begun.substring(word.length());
    boolean ends = rest.isEmpty() || Character.isWhitespace(rest.charAt(0));
    return ends || startsWith ? rest.stripLeading() : text;
  }

  /**
   * What the customer wants: a stop word alone or behind the keyword, or anything at all that
   * LINK's own stop service matched.
   */
  @Nullable ConsentSignal consent(String text, Set<String> stopWords) {
    String bare = stripped(text);
    boolean stop =
        WordList.isOne(text, stopWords)
            || WordList.isOne(bare, stopWords)
            || (shared && word != null && WordList.isOne(word, stopWords));
    return stop
        ? ConsentSignal.STOP
        : ConsentKeywords.of(text).or(() -> ConsentKeywords.of(bare)).orElse(null);
  }
}
