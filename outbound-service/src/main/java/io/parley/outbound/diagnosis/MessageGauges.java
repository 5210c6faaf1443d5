package io.parley.outbound.diagnosis;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.platform.database.Database;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Counts what waits and what is unknown, for all instances together. Counted now and then, not with
 * each change, so that sending costs nothing more.
 */
@ApplicationScoped
class MessageGauges {

  private static final Logger LOG = Logger.getLogger(MessageGauges.class);
  private static final String COUNT =
      "select (select count(*) from message where state = 'QUEUED'),"
          + " (select count(*) from message where state in ('CALLING', 'RESOLVING')),"
          + " (select count(*) from message where state = 'UNKNOWN'),"
          + " (select count(*) from receipt where message_id is null)";

  private final Database database;
  private final AtomicLong queued = new AtomicLong();
  private final AtomicLong sending = new AtomicLong();
  private final AtomicLong unknown = new AtomicLong();
  private final AtomicLong parked = new AtomicLong();

  MessageGauges(Database database, MeterRegistry meters) {
    this.database = database;
    meters.gauge("parley.outbound.queued", queued);
    meters.gauge("parley.outbound.sending", sending);
    meters.gauge("parley.outbound.unknown", unknown);
    meters.gauge("parley.outbound.receipts.parked", parked);
  }

  @Scheduled(
      every = "15s",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void count() {
    try {
      database.inTransaction(
          transaction ->
              transaction.query(
                  COUNT,
                  row -> {
                    queued.set(row.getLong(0));
                    sending.set(row.getLong(1));
                    unknown.set(row.getLong(2));
                    parked.set(row.getLong(3));
                    return true;
                  }));
    } catch (RuntimeException e) {
      LOG.debugf("Messages are not counted now. error=%s", e);
    }
  }
}
