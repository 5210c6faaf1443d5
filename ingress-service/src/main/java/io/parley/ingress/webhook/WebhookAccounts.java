package io.parley.ingress.webhook;

import io.parley.channels.ChannelProviders;
import io.parley.channels.secrets.AccountVault;
import io.parley.platform.configuration.ConfigurationView;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The accounts in force. Secrets are opened once per change of the configuration. */
@ApplicationScoped
class WebhookAccounts {

  private static final Logger LOG = Logger.getLogger(WebhookAccounts.class);

  private final ChannelProviders providers = ChannelProviders.installed();
  private final ConfigurationView configuration;
  private final Clock clock;
  private final Supplier<AccountIndex> index;
  private volatile Set<WebhookAccount.Sealed> sealed = Set.of();

  WebhookAccounts(ConfigurationView configuration, AccountVault vault, Clock clock) {
    this.configuration = configuration;
    this.clock = clock;
    this.index = configuration.derived(snapshot -> AccountIndex.of(snapshot, providers, vault));
  }

  /** Opens secrets where a change is read, rather than in the next webhook. */
  void follow(@Observes StartupEvent event) {
    configuration.onChange(snapshot -> reportSealed(index.get().sealed()));
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
  }

  /** Whether an account that is not found does not exist. */
  boolean isComplete() {
    return configuration.isComplete();
  }

  Optional<AccountIndex.Found> find(WebhookPath path) {
    return index.get().find(path.provider(), path.accountKey(), clock.instant());
  }

  /** The account with this id and provider, if it opens. */
  Optional<WebhookAccount.Open> find(UUID id, String provider) {
    return index.get().find(id, provider);
  }

  /** The provider's name if there is such a provider; for metrics, which must stay few. */
  String knownProvider(String name) {
    return providers.named(name).isPresent() ? name : "unknown";
  }
}
