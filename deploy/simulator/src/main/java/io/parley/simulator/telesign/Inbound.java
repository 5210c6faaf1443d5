package io.parley.simulator.telesign;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.journey.Crowd;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.provider.Environment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers' messages. */
final class Inbound {

  private final Environment environment;

  Inbound(Environment environment) {
    this.environment = environment;
  }

  /** Blocks until every webhook is answered or given up. */
  Delivered receive(Account account, InboundOrder order) {
    if (!account.settings().senders().contains(order.to())) {
      throw new InvalidFieldException("to", "is not a number of the account");
    }
    Crowd crowd = Fields.orElse(order.crowd(), Crowd.ONE);
    return new Delivered(
        crowd.write(
            number -> {
              String id = Fields.orElse(order.referenceId(), References.random());
              String text = crowd.numbered(Fields.orElse(order.body(), ""), number);
              Instant now = environment.clock().instant();
              String body =
                  InboundBody.of(order, id, text, account.settings().keywords(), now, now);
              return () -> deliver(account, order, id, body);
            }));
  }

  private Delivered.Delivery deliver(Account account, InboundOrder order, String id, String body)
      throws InterruptedException {
    Endpoint endpoint = endpoint(account, order);
    if (endpoint == null) {
      return Delivered.Delivery.nowhere(id);
    }
    SignatureKind signature = Fields.orElse(order.signature(), SignatureKind.VALID);
    Webhook webhook = Callback.of("inbound", id, endpoint.address(), account, signature, body);
    Integer retries = order.retries();
    RetryPolicy policy = retries == null ? account.retries() : account.retries().atMost(retries);
    List<Attempt> attempts = environment.webhooks().deliver(webhook, policy);
    return Delivered.Delivery.of(webhook, attempts.getLast().answeredBetween(200, 200), attempts);
  }

  private static @Nullable Endpoint endpoint(Account account, InboundOrder order) {
    return order.deliverUrl() == null
        ? account.settings().callback()
        : Endpoint.of(order.deliverUrl());
  }
}
