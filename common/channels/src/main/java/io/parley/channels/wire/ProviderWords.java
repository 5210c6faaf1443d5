package io.parley.channels.wire;

import java.util.regex.Pattern;

/**
 * What a provider says, as agents may read it: without web addresses, because one that a provider
 * repeats may be our own, which holds the account's key.
 */
public final class ProviderWords {

  private static final Pattern ADDRESS =
      Pattern.compile("https?(?:://|%3A%2F%2F)[^\\s\"'<>]*", Pattern.CASE_INSENSITIVE);

  private ProviderWords() {}

  /** The words in one line, without addresses, cut where they are too long. */
  public static String shown(String said, int longest) {
    String line = StorableText.of(said).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return StorableText.cut(ADDRESS.matcher(line).replaceAll("(address)"), longest);
  }
}
