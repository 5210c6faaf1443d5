package io.parley.admin.securedfield;

import io.parley.admin.configuration.SecretFields;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets old secrets and keys when their time is over. */
@ApplicationScoped
class GracePeriods {

  private final SecretFields fields;

  GracePeriods(SecretFields fields) {
    this.fields = fields;
  }

  @Scheduled(
      every = "${parley.admin.grace-periods.every:PT1M}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> end() {
    return fields.endGracePeriods();
  }
}
