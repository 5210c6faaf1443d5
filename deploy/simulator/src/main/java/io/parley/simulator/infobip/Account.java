package io.parley.simulator.infobip;

import io.parley.simulator.delivery.CallbackDelays;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Repetition;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.http.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An account with what changes in it: its blocklist and its credits. */
final class Account {

  /** Pauses of 1 + n² minutes, 20 of them (infobip.md §3). */
  private static final RetryPolicy INFOBIP =
      RetryPolicy.after(
          IntStream.range(0, 20).mapToObj(n -> Duration.ofMinutes(1 + (long) n * n)).toList(),
          attempt -> !attempt.answeredBetween(200, 299),
          Duration.ofSeconds(15));

  private final String id;
  private final AccountSettings settings;
  private final Set<String> blocked = ConcurrentHashMap.newKeySet();
  private final AtomicInteger spent = new AtomicInteger();

  Account(String id, AccountSettings settings) {
    this.id = id;
    this.settings = settings;
    blocked.addAll(settings.blocklist());
  }

  String id() {
    return id;
  }

  AccountSettings settings() {
    return settings;
  }

  Set<String> blocked() {
    return blocked;
  }

  /** Takes one credit; false if none is left. */
  boolean pays() {
    Integer credits = settings.credits();
    return credits == null || spent.incrementAndGet() <= credits;
  }

  int creditsLeft() {
    Integer credits = settings.credits();
    return credits == null ? 1_000 : Math.max(0, credits - spent.get());
  }

  boolean may(Set<Scope> anyOf) {
    return settings.scopes().isEmpty() || settings.scopes().stream().anyMatch(anyOf::contains);
  }

  RetryPolicy retries() {
    return Fields.orElse(settings.repetition(), Repetition.REAL).of(INFOBIP);
  }

  CallbackDelays delays() {
    return Fields.orElse(settings.deliverDelays(), CallbackDelays.DEFAULT);
  }

  Dates dates() {
    return new Dates(Fields.orElse(settings.utcOffset(), "+00:00"));
  }

  /** Where reports about a message go: its own address, or the subscription's. */
  Optional<Target> reportTarget(Draft.Reporting reporting) {
    if (!reporting.wanted()) {
      return Optional.empty();
    }
    return Optional.ofNullable(reporting.url())
        .map(url -> target(url, null))
        .or(() -> subscribed(Subscription.Event.DELIVERY));
  }

  /** Where inbound messages go: the numbers' forward, or the subscription. */
  Optional<Target> inboundTarget() {
    return Optional.ofNullable(settings.forwardUrl())
        .map(url -> target(url, null))
        .or(() -> subscribed(Subscription.Event.INBOUND_MESSAGE));
  }

  private Optional<Target> subscribed(Subscription.Event event) {
    return Optional.ofNullable(settings.subscription())
        .filter(subscription -> subscription.tells(event))
        .map(subscription -> target(subscription.notifyUrl(), subscription.security()));
  }

  private Target target(String url, @Nullable Security security) {
    return new Target(new Endpoint(url, settings.deliverTo()), security);
  }

  List<String> senders() {
    return settings.senders();
  }
}
