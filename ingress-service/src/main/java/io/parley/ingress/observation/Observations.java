package io.parley.ingress.observation;

import io.parley.events.DropReason;
import io.parley.events.EventData;
import io.parley.events.MessageDropped;
import io.parley.events.TraceParent;
import io.parley.events.WebhookObserved;
import io.parley.events.WebhookObserved.Refused;
import io.parley.ingress.fallback.CurrentGate;
import io.parley.ingress.publication.IngressEvents;
import io.parley.ingress.publication.KafkaPath;
import io.parley.ingress.publication.OutgoingRecord;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reports what calls come, at most once a second for each URL and outcome, so that no number of
 * calls makes a flood. Nobody waits for a report, and none is stored: what cannot be reported now
 * is reported later, together with what comes meanwhile.
 */
@ApplicationScoped
public class Observations {

  private static final Logger LOG = Logger.getLogger(Observations.class);

  private final KafkaPath kafka;
  private final CurrentGate gate;
  private final Clock clock;
  private final RandomGenerator random;
  private final UUID instance = UUID.randomUUID();
  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
  private final Coalesced<String, WebhookObserved> calls =
      new Coalesced<>((one, other) -> one.count() > other.count() ? one : other);
  private final Coalesced<UUID, MessageDropped> drops = new Coalesced<>(Observations::together);

  Observations(KafkaPath kafka, CurrentGate gate, Clock clock, RandomGenerator random) {
    this.kafka = kafka;
    this.gate = gate;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A call was authentic and is safe.
   *
   * @param earlierSecrets fields that fitted in their earlier value only
   */
  public void accepted(Sighting call, Set<String> earlierSecrets) {
    note(call, List.copyOf(earlierSecrets), null);
  }

  /** A call was refused. */
  public void refused(Sighting call, Refused why) {
    note(call, List.of(), why);
  }

  /** A call came for an account that was deleted a short while ago. */
  public void dropped(UUID accountId) {
    drops.add(
        accountId,
        new MessageDropped(accountId, null, null, DropReason.RETIRED_ACCOUNT, 1, clock.instant()));
  }

  private void note(Sighting call, List<String> earlierSecrets, @Nullable Refused refused) {
    WebhookObserved first = observed(call, earlierSecrets, refused, 0);
    long count = counts.computeIfAbsent(first.key(), key -> new AtomicLong()).incrementAndGet();
    calls.add(first.key(), observed(call, earlierSecrets, refused, count));
  }

  private WebhookObserved observed(
      Sighting call, List<String> earlierSecrets, @Nullable Refused refused, long count) {
    return new WebhookObserved(
        call.accountId(),
        call.purpose(),
        clock.instant(),
        call.from(),
        instance,
        count,
        earlierSecrets,
        call.earlierKey(),
        refused);
  }

  @Scheduled(
      every = "${parley.ingress.observation.pace:PT1S}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void report() {
    if (!gate.isDirect()) {
      return;
    }
    calls
        .take()
        .forEach(
            (key, call) ->
                publish(
                    record(key + "/" + instance + "/" + call.count(), key, call),
                    () -> calls.add(key, call)));
    drops
        .take()
        .forEach(
            (account, drop) ->
                publish(
                    record("dropped/" + UUID.randomUUID(), account.toString(), drop),
                    () -> drops.add(account, drop)));
  }

  private OutgoingRecord record(String id, String key, EventData data) {
    return IngressEvents.record(id, key, data, TraceParent.begin(random), clock.instant());
  }

  private void publish(OutgoingRecord record, Runnable again) {
    kafka
        .publish(record)
        .subscribe()
        .with(
            done -> {},
            failure -> {
              LOG.debugf("Observation is reported later. id=%s error=%s", record.id(), failure);
              again.run();
            });
  }

  private static MessageDropped together(MessageDropped one, MessageDropped other) {
    return new MessageDropped(
        one.accountId(),
        null,
        null,
        one.reason(),
        one.count() + other.count(),
        one.at().isBefore(other.at()) ? one.at() : other.at());
  }
}
