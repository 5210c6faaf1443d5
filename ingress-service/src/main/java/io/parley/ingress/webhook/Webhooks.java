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
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

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
  Uni<Taken> take(String provider, WebhookAccount.Open to, WebhookRequest request) {
    Instant receivedAt = clock.instant();
    Checked checked = Checked.of(to, request, receivedAt);
    OpenAccount account = checked.account();
    TraceParent trace =
        TraceParent.parse(request.header("traceparent").orElse(null))
            .orElseGet(() -> TraceParent.begin(random));
    // Some providers have their secret in the query.
    WebhookRequest kept = request.withQuery(to.receiver().keptQuery(request.rawQuery(), account));
    return switch (checked.reception()) {
      case Reception.Understood understood ->
          accept(
              provider,
              records(provider, account, kept, understood, trace, receivedAt),
              new Taken(understood.answer(), checked.earlierSecrets()));
      case Reception.NotUnderstood unread ->
          accept(
              provider,
              List.of(unread(provider, account, kept, unread.reason(), trace, receivedAt)),
              new Taken(unread.answer(), checked.earlierSecrets()));
      case Reception.NotAuthentic no -> refuse(new RefusedException(no));
      case Reception.Malformed no -> refuse(new RefusedException(Refusal.MALFORMED, no.reason()));
      case Reception.UnsupportedType no ->
          refuse(new RefusedException(Refusal.UNSUPPORTED_TYPE, no.reason()));
    };
  }

  /**
   * Reads a call again that was authentic when it came. Completes when all that it says is safe, be
   * it events or, once more, a dead letter.
   *
   * @param receivedAt when it came at first
   */
  Uni<Void> takeAgain(
      String provider,
      WebhookAccount.Open to,
      WebhookRequest request,
      TraceParent trace,
      Instant receivedAt) {
    OpenAccount account = to.account();
    return acceptance.accept(
        switch (to.receiver().read(request, account, receivedAt)) {
          case Reception.Understood understood ->
              records(provider, account, request, understood, trace, receivedAt);
          case Reception.NotUnderstood unread ->
              List.of(unread(provider, account, request, unread.reason(), trace, receivedAt));
          case Reception.Refusal refusal ->
              List.of(unread(provider, account, request, refusal.reason(), trace, receivedAt));
        });
  }

  private List<OutgoingRecord> records(
      String provider,
      OpenAccount account,
      WebhookRequest request,
      Reception.Understood understood,
      TraceParent trace,
      Instant receivedAt) {
    List<OutgoingRecord> events = IngressEvents.records(understood, trace, receivedAt);
    if (understood.unread().isEmpty()) {
      return events;
    }
    return Stream.concat(
            events.stream(),
            understood.unread().stream()
                .map(
                    element ->
                        unread(
                            provider,
                            account,
                            request.with(element.body()),
                            element.reason(),
                            trace,
                            receivedAt)))
        .toList();
  }

  private OutgoingRecord unread(
      String provider,
      OpenAccount account,
      WebhookRequest request,
      String reason,
      TraceParent trace,
      Instant receivedAt) {
    meters.notUnderstood(provider, account.id().toString(), reason);
    return UnreadWebhook.record(provider, account, request, reason, trace, receivedAt);
  }

  private Uni<Taken> accept(String provider, List<OutgoingRecord> records, Taken taken) {
    return acceptance
        .accept(records)
        .onFailure(NotAcceptedException.class)
        .transform(failure -> new RefusedException(Refusal.NOT_STORED, failure.getMessage()))
        .invoke(() -> meters.accepted(provider))
        .replaceWith(taken);
  }

  private static Uni<Taken> refuse(RefusedException refused) {
    return Uni.createFrom().failure(refused);
  }

  /**
   * A call that is safe.
   *
   * @param answer what the provider expects
   * @param earlierSecrets fields that fitted in their earlier value only
   */
  record Taken(WebhookAnswer answer, Set<String> earlierSecrets) {}
}
