package io.parley.ingress.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Counts webhooks, and logs refusals without becoming a flood. */
@ApplicationScoped
class WebhookMeters {

  private static final Logger LOG = Logger.getLogger(WebhookMeters.class);

  private final MeterRegistry meters;
  private final Clock clock;
  private final LogLimit limit;

  WebhookMeters(MeterRegistry meters, Clock clock, WebhookSettings settings) {
    this.meters = meters;
    this.clock = clock;
    this.limit = new LogLimit(settings.refusalsLoggedPerMinute());
  }

  void accepted(String provider) {
    meters.counter("parley.ingress.webhooks.accepted", "provider", provider).increment();
  }

  void dropped(String provider) {
    meters.counter("parley.ingress.webhooks.dropped", "provider", provider).increment();
  }

  void notUnderstood(String provider, String accountId, String reason) {
    meters.counter("parley.ingress.webhooks.not.understood", "provider", provider).increment();
    if (limit.allows(accountId, clock.instant())) {
      LOG.warnf(
          "Webhook is kept as a dead letter. provider=%s accountId=%s reason=%s",
          provider, accountId, reason);
    }
  }

  /**
   * Counts a refusal.
   *
   * @param subject the account, or one word for all that are not known
   */
  void refused(String provider, String subject, RefusedException refused) {
    Refusal refusal = refused.refusal();
    String reason = refusal.name().toLowerCase(Locale.ROOT);
    meters
        .counter("parley.ingress.webhooks.refused", "provider", provider, "reason", reason)
        .increment();
    if (limit.allows(subject, clock.instant())) {
      LOG.warnf(
          "Webhook is refused. provider=%s account=%s status=%d refusal=%s reason=%s",
          provider, subject, refusal.type().status(), reason, refused.getMessage());
    }
  }
}
