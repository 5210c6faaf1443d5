package io.parley.admin.account;

import io.parley.admin.configuration.ConfigurationStore;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.RetiredAccount;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Forgets retired accounts when late calls are no longer acknowledged. */
@ApplicationScoped
class RetiredAccounts {

  private final ConfigurationStore store;
  private final Clock clock;

  RetiredAccounts(ConfigurationStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Scheduled(
      every = "24h",
      delayed = "5m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> forget() {
    Instant now = clock.instant();
    return store
        .forget(
            Kind.RETIRED_ACCOUNT,
            entry -> entry.definition() instanceof RetiredAccount retired && !retired.isKept(now))
        .replaceWithVoid();
  }
}
