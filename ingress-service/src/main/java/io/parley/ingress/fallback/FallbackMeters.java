package io.parley.ingress.fallback;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** What operators see of the table. */
@ApplicationScoped
class FallbackMeters {

  private static final Logger LOG = Logger.getLogger(FallbackMeters.class);

  private final AtomicBoolean unreachable = new AtomicBoolean();
  private final MeterRegistry meters;
  private final Clock clock;
  private volatile Backlog backlog = Backlog.NONE;

  FallbackMeters(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
    meters.gauge("parley.ingress.fallback.rows", this, now -> now.backlog.rows());
    meters.gauge("parley.ingress.fallback.age.seconds", this, FallbackMeters::age);
    meters.gauge("parley.ingress.fallback.unreachable", unreachable, now -> now.get() ? 1 : 0);
  }

  void seen(Backlog now) {
    backlog = now;
    if (unreachable.getAndSet(false)) {
      LOG.info("The fallback table can be reached again.");
    }
  }

  /** PostgreSQL does not answer; reported once, until it does. */
  void unreachable(Throwable failure) {
    if (!unreachable.getAndSet(true)) {
      LOG.warnf(
          "The fallback table cannot be reached: webhooks depend on Kafka alone,"
              + " or are refused if records may wait in the table. error=%s",
          failure);
    }
  }

  void stored(int records) {
    meters.counter("parley.ingress.fallback.stored").increment(records);
  }

  void forwarded(int records) {
    meters.counter("parley.ingress.fallback.forwarded").increment(records);
  }

  void refused(int records, String reason) {
    meters.counter("parley.ingress.fallback.refused", "reason", reason).increment(records);
  }

  private double age() {
    Instant oldest = backlog.oldest();
    return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
  }
}
