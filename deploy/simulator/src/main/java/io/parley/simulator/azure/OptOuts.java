package io.parley.simulator.azure;

import io.parley.simulator.provider.Bounded;
import java.util.Locale;
import java.util.Set;

/** Who wants nothing more from which sender (azure-communication-services.md §6). */
final class OptOuts {

  private record Pair(String accountId, String sender, String recipient) {}

  private static final int MOST_PAIRS = 20_000;
  private static final Set<String> OUT =
      Set.of("STOP", "ARRET", "QUIT", "END", "REVOKE", "OPT OUT", "CANCEL", "UNSUBSCRIBE");
  private static final Set<String> IN = Set.of("START", "UNSTOP");

  private final Bounded<Pair, Boolean> pairs = new Bounded<>(MOST_PAIRS);

  void add(Account account, String sender, String recipient) {
    pairs.put(new Pair(account.id(), sender, recipient), true);
  }

  void remove(Account account, String sender, String recipient) {
    pairs.remove(new Pair(account.id(), sender, recipient));
  }

  boolean has(Account account, String sender, String recipient) {
    return pairs.has(new Pair(account.id(), sender, recipient));
  }

  /** Obeys a message that is nothing but a keyword. */
  void received(Account account, String sender, String recipient, String text) {
    String word = text.strip().toUpperCase(Locale.ROOT);
    if (OUT.contains(word)) {
      add(account, sender, recipient);
    } else if (IN.contains(word)) {
      remove(account, sender, recipient);
    }
  }

  void clear() {
    pairs.clear();
  }
}
