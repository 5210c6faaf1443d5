package io.parley.simulator.azure;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Batches;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.provider.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Delivers events to those subscriptions that want them. */
final class EventGrid {

  private final Environment environment;
  private final Subscriptions subscriptions;
  private final Tokens tokens;
  private final Batches<Route, Event> batches = new Batches<>(this::carry);

  EventGrid(Environment environment, Subscriptions subscriptions, Tokens tokens) {
    this.environment = environment;
    this.subscriptions = subscriptions;
    this.tokens = tokens;
  }

  /** Every way that this event takes; none if nobody has subscribed to it. */
  List<Route> routes(
      Account account, Event.Type type, SignatureKind wanted, @Nullable Integer retries) {
    return subscriptions.of(account).stream()
        .filter(s -> s.validated() && s.settings().wants(type))
        .map(s -> new Route(account, s, wanted, retries))
        .toList();
  }

  /**
   * Blocks until the delivery with this event is answered or given up.
   *
   * @throws InterruptedException when the simulator stops
   */
  List<Attempt> deliver(Route route, Event event) throws InterruptedException {
    SubscriptionSettings settings = route.subscription().settings();
    return batches.deliver(
        route, event, Duration.ofMillis(settings.batchWindowMs()), settings.maxEventsPerBatch());
  }

  /** The same, shown as the control API shows it. */
  Delivered.Delivery delivered(Route route, Event event) throws InterruptedException {
    List<Attempt> attempts = deliver(route, event);
    return Delivered.Delivery.of(
        event.messageId(),
        call(route, List.of(event), 1),
        attempts.getLast().answeredBetween(200, 204),
        attempts);
  }

  private List<Attempt> carry(Route route, List<Event> events) throws InterruptedException {
    return environment.webhooks().deliver(number -> call(route, events, number), route.policy());
  }

  private Webhook call(Route route, List<Event> events, int number) {
    Subscription subscription = route.subscription();
    boolean batched = subscription.settings().isBatched();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", subscription.schema().contentType(batched));
    headers.put("aeg-event-type", "Notification");
    headers.put("aeg-delivery-count", String.valueOf(number - 1));
    headers.put("aeg-output-event-id", UUID.randomUUID().toString());
    switch (subscription.schema()) {
      case EVENT_GRID -> {
        headers.put("aeg-data-version", "1.0");
        headers.put("aeg-metadata-version", "1");
      }
      case CLOUD_EVENTS -> headers.put("Origin", Handshakes.ORIGIN);
    }
    List<String> ids = new ArrayList<>();
    events.forEach(event -> ids.add(event.messageId()));
    String kind = events.getFirst().type() == Event.Type.SMS_RECEIVED ? "inbound" : "status";
    String body = subscription.schema().body(events, route.account().topic(), batched);
    return route.webhook(
        kind, ids.stream().collect(Collectors.joining(",")), "POST", headers, body, tokens);
  }
}
