package io.parley.simulator.azure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All event subscriptions. */
final class Subscriptions {

  private record Key(String accountId, String name) {}

  private final Map<Key, Subscription> subscriptions = new ConcurrentHashMap<>();

  void put(Subscription subscription) {
    subscriptions.put(new Key(subscription.accountId(), subscription.name()), subscription);
  }

  Optional<Subscription> find(String accountId, String name) {
    return Optional.ofNullable(subscriptions.get(new Key(accountId, name)));
  }

  Optional<Subscription> ofCode(String validationCode) {
    return subscriptions.values().stream()
        .filter(s -> s.validationCode().equals(validationCode))
        .findFirst();
  }

  /** By name. */
  List<Subscription> of(Account account) {
    return subscriptions.values().stream()
        .filter(s -> s.accountId().equals(account.id()))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  Optional<Subscription> remove(String accountId, String name) {
    return Optional.ofNullable(subscriptions.remove(new Key(accountId, name)));
  }

  void clear() {
    subscriptions.clear();
  }
}
