package io.parley.ingress.webhook;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookRequest;
import io.parley.events.TraceParent;
import io.parley.ingress.acceptance.Acceptance;
import io.parley.ingress.acceptance.NotAcceptedException;
import io.parley.ingress.publication.IngressEvents;
import io.parley.ingress.publication.OutgoingRecord;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** Takes in a call of a known account: authentic, read, safe, answered (architecture.md §5). */
@ApplicationScoped
class Webhooks {

  private final Acceptance acceptance;
  private final WebhookMeters meters;
  private final Clock clock;
  private final RandomGenerator random;

  Webhooks(Acceptance acceptance, WebhookMeters meters, Clock clock, RandomGenerator random) {
    this.acceptance = acceptance;
    this.meters = meters;
    this.clock = clock;
    this.random = random;
  }

  /**
   * The answer that the provider expects, once everything that the call says is safe. Fails with
   * {@link RefusedException}.
   */
  Uni<WebhookAnswer> take(String provider, WebhookAccount.Open to, WebhookRequest request) {
    OpenAccount account = to.account();
    Instant receivedAt = clock.instant();
    TraceParent trace =
        TraceParent.parse(request.header("traceparent").orElse(null))
            .orElseGet(() -> TraceParent.begin(random));
    return switch (to.receiver().receive(request, account, receivedAt)) {
      case Reception.Understood understood ->
          accept(
              provider, IngressEvents.records(understood, trace, receivedAt), understood.answer());
      case Reception.NotUnderstood unread -> {
        meters.notUnderstood(provider, account.id().toString(), unread.reason());
        yield accept(
            provider,
            List.of(
                UnreadWebhook.record(
                    provider, account, request, unread.reason(), trace, receivedAt)),
            unread.answer());
      }
      case Reception.NotAuthentic no -> refuse(Refusal.NOT_AUTHENTIC, no.reason());
      case Reception.Malformed no -> refuse(Refusal.MALFORMED, no.reason());
      case Reception.UnsupportedType no -> refuse(Refusal.UNSUPPORTED_TYPE, no.reason());
    };
  }

  private Uni<WebhookAnswer> accept(
      String provider, List<OutgoingRecord> records, WebhookAnswer answer) {
    return acceptance
        .accept(records)
        .onFailure(NotAcceptedException.class)
        .transform(failure -> new RefusedException(Refusal.NOT_STORED, failure.getMessage()))
        .invoke(() -> meters.accepted(provider))
        .replaceWith(answer);
  }

  private static Uni<WebhookAnswer> refuse(Refusal refusal, String reason) {
    return Uni.createFrom().failure(new RefusedException(refusal, reason));
  }
}
