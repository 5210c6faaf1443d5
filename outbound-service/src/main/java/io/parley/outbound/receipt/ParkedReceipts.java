package io.parley.outbound.receipt;

import io.parley.platform.database.Database;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Deletes reports that have waited too long for a message. */
@ApplicationScoped
class ParkedReceipts {

  private static final Logger LOG = Logger.getLogger(ParkedReceipts.class);

  private final Database database;
  private final ReceiptLedger ledger;
  private final ReceiptConfiguration configuration;
  private final Clock clock;

  ParkedReceipts(
      Database database, ReceiptLedger ledger, ReceiptConfiguration configuration, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.configuration = configuration;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void forget() {
    Instant limit = clock.instant().minus(configuration.parkedFor());
    int forgotten =
        database.inTransaction(transaction -> ledger.forgetParkedBefore(transaction, limit));
    if (forgotten > 0) {
      LOG.warnf("Receipts were deleted that belong to no message. count=%d", forgotten);
    }
  }
}
