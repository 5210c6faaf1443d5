package io.parley.admin.hook;

import io.parley.channels.CallbackUse;
import io.parley.channels.CallbackUse.Purpose;
import io.parley.channels.ChannelProviders;
import io.parley.events.WebhookObserved;
import io.parley.events.configuration.Account;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.platform.webhook.WebhookAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The webhook URLs of accounts, with what has come there. */
@ApplicationScoped
class Hooks {

  private final ChannelProviders providers;
  private final WebhookAddress address;
  private final Sightings sightings;

  Hooks(ChannelProviders providers, WebhookAddress address, Sightings sightings) {
    this.providers = providers;
    this.address = address;
    this.sightings = sightings;
  }

  /** The URLs that the account's provider is given. */
  List<Hook> of(Account account) {
    requireComplete();
    boolean elsewhere = !elsewhere(account.id()).isEmpty();
    String base = address.inbound(account.provider(), account.accountKey());
    return providers.named(account.provider()).stream()
        .flatMap(provider -> provider.callbacks(account.settings()).stream())
        .map(
            use ->
                new Hook(
                    account,
                    use,
                    base + use.subPath(),
                    sightings.at(account.id(), purpose(use)),
                    elsewhere))
        .toList();
  }

  /**
   * The URL for one purpose.
   *
   * @throws ProblemException if the account's provider has none for it
   */
  Hook of(Account account, Purpose purpose) {
    return of(account).stream()
        .filter(hook -> hook.use().purpose() == purpose)
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "The provider of this account has no URL for " + purpose + "."));
  }

  /** Calls to other paths of the account. */
  Sightings.Calls elsewhere(UUID accountId) {
    return sightings.at(accountId, WebhookObserved.Purpose.OTHER);
  }

  private void requireComplete() {
    if (!sightings.isComplete()) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE, "What ingress has reported is still being read.");
    }
  }

  private static WebhookObserved.Purpose purpose(CallbackUse use) {
    return switch (use.purpose()) {
      case INBOUND -> WebhookObserved.Purpose.INBOUND;
      case STATUS -> WebhookObserved.Purpose.STATUS;
      case INBOUND_AND_STATUS -> WebhookObserved.Purpose.INBOUND_AND_STATUS;
    };
  }
}
