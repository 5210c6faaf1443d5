package io.parley.admin.check;

import io.parley.admin.account.LastCheck;
import io.parley.channels.ChannelProvider;
import io.parley.channels.ChannelProviders;
import io.parley.channels.CheckResult;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.OpenAccount;
import io.parley.channels.secrets.AccountVault;
import io.parley.channels.secrets.UnresolvedSecretException;
import io.parley.platform.provider.ProviderCalls;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Asks providers, on virtual threads. */
@ApplicationScoped
class ProviderChecks {

  private static final Logger LOG = Logger.getLogger(ProviderChecks.class);

  private final ChannelProviders providers;
  private final AccountVault vault;
  private final ProviderCalls calls;
  private final CheckSettings settings;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  ProviderChecks(
      ChannelProviders providers,
      AccountVault vault,
      ProviderCalls calls,
      CheckSettings settings,
      Clock clock) {
    this.providers = providers;
    this.vault = vault;
    this.calls = calls;
    this.settings = settings;
    this.clock = clock;
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  /** Completes within the time limit, and never with a failure of the provider or the account. */
  CompletableFuture<LastCheck> begin(Subject subject) {
    Instant began = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return CompletableFuture.supplyAsync(() -> result(subject, began), threads)
        .completeOnTimeout(
            CheckRun.TOO_SLOW, settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(
            result ->
                new LastCheck(
                    subject.account(), result, began, Duration.between(began, clock.instant())));
  }

  private CheckResult result(Subject subject, Instant began) {
    ChannelProvider provider = providers.named(subject.account().provider()).orElse(null);
    if (provider == null) {
      return new CheckResult(
          Verdict.NOT_VERIFIABLE, "The provider of this account is not installed any more.");
    }
    try {
      OpenAccount account = vault.open(subject.account(), subject.addresses());
      Instant end = began.plus(settings.timeLimit());
      return new CheckRun(calls::exchange, settings.calls(), () -> !clock.instant().isBefore(end))
          .from(provider.accountCheck().begin(calls.context(provider, account)));
    } catch (UnresolvedSecretException e) {
      return new CheckResult(
          Verdict.NOT_VERIFIABLE,
          "The secret "
              + e.field()
              + " cannot be used: "
              + e.reason()
              + ". Provide it where every service runs that uses the account, or enter the secret"
              + " itself, and validate again.");
    } catch (RuntimeException e) {
      // The message is left out: it could repeat what the provider said, or a secret.
      LOG.errorf(
          "Account could not be checked. account=%s provider=%s error=%s at=%s",
          subject.account().id(),
          provider.name(),
          e.getClass().getName(),
          e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
      return new CheckResult(
          Verdict.NOT_VERIFIABLE,
          "The check could not be made with this account as it is. Enter its secrets again; if that"
              + " does not help, the log of the administration says more.");
    }
  }
}
