package io.parley.ingress.webhook;

import io.parley.channels.ChannelProvider;
import io.parley.channels.ChannelProviders;
import io.parley.channels.secrets.AccountVault;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ChannelAddress;
import io.parley.platform.configuration.ConfigurationSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds the account of a webhook by provider and account key. Immutable. */
final class AccountIndex {

  private final Map<Place, WebhookAccount> accounts;
  private final Map<Place, Volatile> volatiles;

  private AccountIndex(Map<Place, WebhookAccount> accounts, Map<Place, Volatile> volatiles) {
    this.accounts = Map.copyOf(accounts);
    this.volatiles = Map.copyOf(volatiles);
  }

  /** Opens every account of a configuration. */
  static AccountIndex of(
      ConfigurationSnapshot configuration, ChannelProviders providers, AccountVault vault) {
    List<ChannelAddress> addresses = configuration.all(ChannelAddress.class);
    Map<Place, WebhookAccount> accounts = new HashMap<>();
    Map<Place, Volatile> volatiles = new HashMap<>();
    for (Account account : configuration.all(Account.class)) {
      providers
          .named(account.provider())
          .ifPresent(
              provider -> {
                Place place = new Place(account.provider(), account.accountKey());
                accounts.put(place, open(account, addresses, provider, vault));
                if (vault.mayChange(account)) {
                  volatiles.put(place, new Volatile(account, addresses, provider));
                }
              });
    }
    return new AccountIndex(accounts, volatiles);
  }

  /**
   * The same configuration with those accounts opened again that may open differently now, because
   * of other keys or of references that lead to something else.
   */
  AccountIndex reopened(AccountVault vault) {
    if (volatiles.isEmpty()) {
      return this;
    }
    Map<Place, WebhookAccount> again = new HashMap<>(accounts);
    volatiles.forEach(
        (place, kept) ->
            again.put(place, open(kept.account(), kept.addresses(), kept.provider(), vault)));
    return new AccountIndex(again, volatiles);
  }

  /** The account with this place in a webhook URL. */
  Optional<WebhookAccount> find(String provider, String accountKey) {
    return Optional.ofNullable(accounts.get(new Place(provider, accountKey)));
  }

  /** The account with this id and provider, if it opens. */
  Optional<WebhookAccount.Open> find(UUID id, String provider) {
    return accounts.entrySet().stream()
        .filter(entry -> entry.getKey().provider().equals(provider))
        .map(Map.Entry::getValue)
        .filter(WebhookAccount.Open.class::isInstance)
        .map(WebhookAccount.Open.class::cast)
        .filter(open -> open.account().id().equals(id))
        .findFirst();
  }

  /** The accounts that do not open. */
  Set<WebhookAccount.Sealed> sealed() {
    return accounts.values().stream()
        .filter(WebhookAccount.Sealed.class::isInstance)
        .map(WebhookAccount.Sealed.class::cast)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static WebhookAccount open(
      Account account,
      List<ChannelAddress> addresses,
      ChannelProvider provider,
      AccountVault vault) {
    try {
      return new WebhookAccount.Open(vault.open(account, addresses), provider.receiver());
    } catch (IllegalArgumentException e) {
      return new WebhookAccount.Sealed(account.id(), String.valueOf(e.getMessage()));
    }
  }

  private record Place(String provider, String accountKey) {}

  /** What opening an account again needs. */
  private record Volatile(
      Account account, List<ChannelAddress> addresses, ChannelProvider provider) {}
}
