package io.parley.outbound.pace;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Counts the calls that this instance has under way. Safe for several threads. */
public final class UnderWay {

  private final int most;
  private final int mostPerAccount;
  private final Map<UUID, Integer> byAccount = new HashMap<>();

  /**
   * Nothing is under way.
   *
   * @param most through all accounts together
   * @param mostPerAccount through one account
   */
  public UnderWay(int most, int mostPerAccount) {
    this.most = most;
    this.mostPerAccount = mostPerAccount;
  }

  /** A call through this account begins. */
  public synchronized void begin(UUID account) {
    byAccount.merge(account, 1, Integer::sum);
  }

  /** It has ended. */
  public synchronized void end(UUID account) {
    subtract(byAccount, account);
  }

  /** Calls through all accounts. */
  public synchronized int count() {
    return sum(byAccount);
  }

  /** The room there is once one call through each of these accounts has ended. */
  public synchronized Room roomAfter(Collection<UUID> ended) {
    Map<UUID, Integer> remaining = new HashMap<>(byAccount);
    ended.forEach(account -> subtract(remaining, account));
    return new Room(most - sum(remaining), mostPerAccount, remaining);
  }

  private static void subtract(Map<UUID, Integer> calls, UUID account) {
    calls.computeIfPresent(account, (id, count) -> count == 1 ? null : count - 1);
  }

  private static int sum(Map<UUID, Integer> calls) {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }
}
