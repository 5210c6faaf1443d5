package io.parley.simulator.infobip;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.journey.Crowd;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.provider.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Customers' messages: told by webhook, or kept to be pulled where no address is configured. */
final class Inbound {

  /** One webhook to be. */
  private record Batch(List<String> ids, String body) {}

  private final Environment environment;
  private final Messages messages;

  Inbound(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  /** Blocks until every webhook is answered or given up. */
  Delivered receive(Account account, InboundOrder order) {
    if (!account.senders().contains(order.to())) {
      throw new InvalidFieldException("to", "is not a number of the account");
    }
    Optional<Target> target =
        order.deliverUrl() == null
            ? account.inboundTarget()
            : Optional.of(
                new Target(
                    Endpoint.of(order.deliverUrl()),
                    account.inboundTarget().map(Target::security).orElse(null)));
    Crowd crowd = Fields.orElse(order.crowd(), Crowd.ONE);
    List<List<Delivered.Delivery>> deliveries =
        crowd.write(
            number -> {
              Batch batch = batch(account, order, crowd, number, target.isEmpty());
              return () -> deliver(account, order, batch, target);
            });
    return new Delivered(deliveries.stream().flatMap(List::stream).toList());
  }

  private Batch batch(
      Account account, InboundOrder order, Crowd crowd, int number, boolean toBePulled) {
    List<String> ids = new ArrayList<>();
    List<Map<String, @Nullable Object>> entries = new ArrayList<>();
    for (int i = 0; i < order.perRequest(); i++) {
      String id = Fields.orElse(order.messageId(), Ids.random(18));
      String text = crowd.numbered(Fields.orElse(order.body(), ""), number);
      Map<String, @Nullable Object> entry =
          InboundBody.entry(order, id, text, account.dates(), environment.clock().instant());
      ids.add(id);
      entries.add(entry);
      obey(account, order, text);
      if (toBePulled) {
        messages.keepInbound(account, id, entry);
      }
    }
    return new Batch(ids, Json.write(InboundBody.wrapped(entries, 0)));
  }

  private List<Delivered.Delivery> deliver(
      Account account, InboundOrder order, Batch batch, Optional<Target> target)
      throws InterruptedException {
    if (target.isEmpty()) {
      return batch.ids().stream().map(Delivered.Delivery::nowhere).toList();
    }
    SignatureKind signature = Fields.orElse(order.signature(), SignatureKind.VALID);
    Webhook webhook =
        target.get().webhook("inbound", String.join(",", batch.ids()), signature, batch.body());
    Integer retries = order.retries();
    RetryPolicy policy = retries == null ? account.retries() : account.retries().atMost(retries);
    List<Attempt> attempts = environment.webhooks().deliver(webhook, policy);
    boolean taken = attempts.getLast().answeredBetween(200, 299);
    return batch.ids().stream()
        .map(id -> Delivered.Delivery.of(id, webhook, taken, attempts))
        .toList();
  }

  /** A number can be configured to block who writes a keyword (infobip.md §6). */
  private static void obey(Account account, InboundOrder order, String text) {
    for (String keyword : account.settings().stopKeywords()) {
      if (text.strip().equalsIgnoreCase(keyword)) {
        account.blocked().add(order.from());
      }
    }
  }
}
