package io.parley.simulator.twilio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** All accounts, and how many requests each has under way. */
final class Accounts {

  private final Map<String, Account> accounts = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();

  void put(Account account) {
    accounts.put(account.sid(), account);
  }

  void clear() {
    accounts.clear();
  }

  Optional<Account> find(String sid) {
    return Optional.ofNullable(accounts.get(sid));
  }

  List<Account> all() {
    return List.copyOf(accounts.values());
  }

  boolean ownedByAnother(Address sender, Account than) {
    return accounts.values().stream()
        .anyMatch(a -> !a.sid().equals(than.sid()) && a.number(sender).isPresent());
  }

  /** Counts a request in and returns how many are now under way. */
  int enter(Account account) {
    return counter(account).incrementAndGet();
  }

  void leave(Account account) {
    counter(account).decrementAndGet();
  }

  private AtomicInteger counter(Account account) {
    return underWay.computeIfAbsent(account.sid(), sid -> new AtomicInteger());
  }
}
