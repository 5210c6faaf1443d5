package io.parley.channels;

import io.parley.channels.wire.WordList;
import io.parley.events.ConsentSignal;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words by which customers stop and start messages where the provider does not say it in a
 * field of its own. A message counts only if it consists of exactly one of them, in any case
 * (providers/twilio-sms.md §8).
 */
public final class ConsentKeywords {

  private static final Map<String, ConsentSignal> WORDS =
      Map.ofEntries(
          Map.entry("STOP", ConsentSignal.STOP),
          Map.entry("STOPALL", ConsentSignal.STOP),
          Map.entry("UNSUBSCRIBE", ConsentSignal.STOP),
          Map.entry("CANCEL", ConsentSignal.STOP),
          Map.entry("END", ConsentSignal.STOP),
          Map.entry("QUIT", ConsentSignal.STOP),
          Map.entry("REVOKE", ConsentSignal.STOP),
          Map.entry("OPTOUT", ConsentSignal.STOP),
          Map.entry("START", ConsentSignal.START),
          Map.entry("YES", ConsentSignal.START),
          Map.entry("UNSTOP", ConsentSignal.START),
          Map.entry("HELP", ConsentSignal.HELP),
          Map.entry("INFO", ConsentSignal.HELP));

  private ConsentKeywords() {}

  /**
   * What a message says about consent, if it is nothing but a keyword.
   *
   * @param text as the customer wrote it; white space around the word does not count
   */
  public static Optional<ConsentSignal> of(String text) {
    return Optional.ofNullable(WORDS.get(text.strip().toUpperCase(Locale.ROOT)));
  }

  /**
   * As {@link #of(String)}, with the exception of toll-free numbers: the network enforces their
   * stop, and YES does not undo it.
   *
   * @param to the kind of our address that the customer wrote to
   */
  public static Optional<ConsentSignal> of(String text, SenderType to) {
    return of(text)
        .filter(signal -> to != SenderType.TOLL_FREE || !text.strip().equalsIgnoreCase("YES"));
  }

  /**
   * As {@link #of(String, SenderType)}, with more words for stop.
   *
   * @param stopWords the provider's or the administrator's own, as {@link WordList} has them
   */
  public static Optional<ConsentSignal> of(String text, SenderType to, Set<String> stopWords) {
    return WordList.isOne(text, stopWords) ? Optional.of(ConsentSignal.STOP) : of(text, to);
  }
}
