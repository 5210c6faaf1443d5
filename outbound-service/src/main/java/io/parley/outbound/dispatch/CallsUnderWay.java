package io.parley.outbound.dispatch;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Counts the calls that this instance has under way. Safe for several threads. */
final class CallsUnderWay {

  private final int most;
  private final int mostPerAccount;
  private final Map<UUID, Integer> byAccount = new HashMap<>();

  CallsUnderWay(DispatchConfiguration limits) {
    this.most = limits.concurrency();
    this.mostPerAccount = limits.concurrencyPerAccount();
  }

  synchronized void begin(UUID account) {
    byAccount.merge(account, 1, Integer::sum);
  }

  synchronized void end(UUID account) {
    subtract(byAccount, account);
  }

  synchronized int count() {
    return sum(byAccount);
  }

  /** The room there is once these outcomes are recorded. */
  synchronized Room roomAfter(Collection<Outcome> outcomes) {
    Map<UUID, Integer> remaining = new HashMap<>(byAccount);
    outcomes.forEach(outcome -> subtract(remaining, outcome.accountId()));
    return new Room(most - sum(remaining), mostPerAccount, remaining);
  }

  private static void subtract(Map<UUID, Integer> calls, UUID account) {
    calls.computeIfPresent(account, (id, count) -> count == 1 ? null : count - 1);
  }

  private static int sum(Map<UUID, Integer> calls) {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }
}
