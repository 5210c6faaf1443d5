package io.parley.ingress.webhook;

import io.parley.channels.CallbackUse;
import io.parley.channels.ChannelProvider;
import io.parley.channels.ChannelProviders;
import io.parley.channels.secrets.AccountVault;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.Account.PreviousKey;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.RetiredAccount;
import io.parley.platform.configuration.ConfigurationSnapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the account of a webhook by provider and account key. Immutable. */
final class AccountIndex {

  private final Map<Place, Entry> entries;
  private final Map<UUID, Volatile> volatiles;

  private AccountIndex(Map<Place, Entry> entries, Map<UUID, Volatile> volatiles) {
    this.entries = Map.copyOf(entries);
    this.volatiles = Map.copyOf(volatiles);
  }

  /** Opens every account of a configuration. */
  static AccountIndex of(
      ConfigurationSnapshot configuration, ChannelProviders providers, AccountVault vault) {
    List<ChannelAddress> addresses = configuration.all(ChannelAddress.class);
    Map<Place, Entry> entries = new HashMap<>();
    for (RetiredAccount account : configuration.all(RetiredAccount.class)) {
      providers
          .named(account.provider())
          .ifPresent(
              provider ->
                  entries.put(
                      new Place(account.provider(), account.accountKey()),
                      new Entry(
                          new WebhookAccount.Retired(
                              account.accountId(), provider.receiver(), account.settings()),
                          account.retiredAt().plus(RetiredAccount.GRACE),
                          false)));
    }
    Map<UUID, Volatile> volatiles = new HashMap<>();
    for (Account account : configuration.all(Account.class)) {
      providers
          .named(account.provider())
          .ifPresent(
              provider -> {
                add(entries, account, open(account, addresses, provider, vault));
                if (vault.mayChange(account)) {
                  volatiles.put(account.id(), new Volatile(account, addresses, provider));
                }
              });
    }
    return new AccountIndex(entries, volatiles);
  }

  /**
   * The same configuration with those accounts opened again that may open differently now, because
   * of other keys or of references that lead to something else.
   */
  AccountIndex reopened(AccountVault vault) {
    if (volatiles.isEmpty()) {
      return this;
    }
    Map<Place, Entry> again = new HashMap<>(entries);
    volatiles
        .values()
        .forEach(
            kept ->
                add(
                    again,
                    kept.account(),
                    open(kept.account(), kept.addresses(), kept.provider(), vault)));
    return new AccountIndex(again, volatiles);
  }

  /** The account with this place in a webhook URL, at this time. */
  Optional<Found> find(String provider, String accountKey, Instant now) {
    return Optional.ofNullable(entries.get(new Place(provider, accountKey)))
        .filter(entry -> now.isBefore(entry.until()))
        .map(entry -> new Found(entry.account(), entry.earlierKey()));
  }

  /** The account with this id and provider, if it opens. */
  Optional<WebhookAccount.Open> find(UUID id, String provider) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getKey().provider().equals(provider))
        .map(entry -> entry.getValue().account())
        .filter(WebhookAccount.Open.class::isInstance)
        .map(WebhookAccount.Open.class::cast)
        .filter(open -> open.id().equals(id))
        .findFirst();
  }

  /** The accounts that do not open. */
  Set<WebhookAccount.Sealed> sealed() {
    return accounts()
        .filter(WebhookAccount.Sealed.class::isInstance)
        .map(WebhookAccount.Sealed.class::cast)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<WebhookAccount> accounts() {
    return entries.values().stream().map(Entry::account);
  }

  private static void add(Map<Place, Entry> entries, Account account, WebhookAccount opened) {
    PreviousKey previous = account.previousAccountKey();
    if (previous != null) {
      entries.put(
          new Place(account.provider(), previous.accountKey()),
          new Entry(opened, previous.validUntil(), true));
    }
    entries.put(
        new Place(account.provider(), account.accountKey()), new Entry(opened, Instant.MAX, false));
  }

  private static WebhookAccount open(
      Account account,
      List<ChannelAddress> addresses,
      ChannelProvider provider,
      AccountVault vault) {
    List<CallbackUse> callbacks = callbacks(provider, account);
    try {
      return new WebhookAccount.Open(
          vault.open(account, addresses), provider.receiver(), callbacks);
    } catch (IllegalArgumentException e) {
      return new WebhookAccount.Sealed(account.id(), String.valueOf(e.getMessage()), callbacks);
    }
  }

  /** Settings that a newer version no longer takes must not keep other accounts from working. */
  private static List<CallbackUse> callbacks(ChannelProvider provider, Account account) {
    try {
      return provider.callbacks(account.settings());
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /**
   * What is at a place.
   *
   * @param earlierKey whether the place is that of an earlier key of the account
   */
  record Found(WebhookAccount account, boolean earlierKey) {}

  private record Entry(WebhookAccount account, Instant until, boolean earlierKey) {}

  private record Place(String provider, String accountKey) {}

  /** What opening an account again needs. */
  private record Volatile(
      Account account, List<ChannelAddress> addresses, ChannelProvider provider) {}
}
