package io.parley.ingress.webhook;

import io.parley.channels.ChannelProviders;
import io.parley.channels.secrets.AccountVault;
import io.parley.platform.configuration.ConfigurationView;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The accounts in force. Secrets are opened once per change of the configuration; those that did
 * not open, and those that are references, again every two seconds.
 */
@ApplicationScoped
class WebhookAccounts {

  private static final Logger LOG = Logger.getLogger(WebhookAccounts.class);

  private final ChannelProviders providers = ChannelProviders.installed();
  private final ConfigurationView configuration;
  private final AccountVault vault;
  private final Clock clock;
  private final Supplier<AccountIndex> index;
  private volatile Reopened reopened;
  private volatile Set<WebhookAccount.Sealed> sealed = Set.of();

  WebhookAccounts(ConfigurationView configuration, AccountVault vault, Clock clock) {
    this.configuration = configuration;
    this.vault = vault;
    this.clock = clock;
    this.index = configuration.derived(snapshot -> AccountIndex.of(snapshot, providers, vault));
    this.reopened = new Reopened(index.get(), index.get());
  }

  /** Opens secrets where a change is read, rather than in the next webhook. */
  void follow(@Observes StartupEvent event) {
    configuration.onChange(snapshot -> reportSealed(index().sealed()));
  }

  /** Follows the keys and what references lead to. */
  @Scheduled(every = "PT2S", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void reopen() {
    AccountIndex asConfigured = index.get();
    reopened = new Reopened(asConfigured, asConfigured.reopened(vault));
    reportSealed(index().sealed());
  }

  private AccountIndex index() {
    AccountIndex asConfigured = index.get();
    Reopened now = reopened;
    return now.of() == asConfigured ? now.index() : asConfigured;
  }

  private void reportSealed(Set<WebhookAccount.Sealed> now) {
    Set<WebhookAccount.Sealed> before = sealed;
    sealed = now;
    for (WebhookAccount.Sealed account : now) {
      if (!before.contains(account)) {
        LOG.errorf(
            "Account does not open: its webhooks are answered 503. accountId=%s error=%s",
            account.id(), account.reason());
      }
    }
    for (WebhookAccount.Sealed account : before) {
      if (now.stream().noneMatch(still -> still.id().equals(account.id()))) {
        LOG.infof("Account opens again. accountId=%s", account.id());
      }
    }
  }

  /** Whether an account that is not found does not exist. */
  boolean isComplete() {
    return configuration.isComplete();
  }

  Optional<AccountIndex.Found> find(WebhookPath path) {
    return index().find(path.provider(), path.accountKey(), clock.instant());
  }

  /** The account with this id and provider, if it opens. */
  Optional<WebhookAccount.Open> find(UUID id, String provider) {
    return index().find(id, provider);
  }

  /** The provider's name if there is such a provider; for metrics, which must stay few. */
  String knownProvider(String name) {
    return providers.named(name).isPresent() ? name : "unknown";
  }

  /** An index and the one it was made from. */
  private record Reopened(AccountIndex of, AccountIndex index) {}
}
