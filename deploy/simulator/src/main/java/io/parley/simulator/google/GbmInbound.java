package io.parley.simulator.google;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.http.Fields;
import io.parley.simulator.journey.Crowd;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.provider.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What customers of Business Messages do, told to the agent's webhook. */
final class GbmInbound {

  private final Environment environment;
  private final Conversations conversations;

  GbmInbound(Environment environment, Conversations conversations) {
    this.environment = environment;
    this.conversations = conversations;
  }

  Delivered receive(GbmOrder order, GbmSettings agent) {
    Crowd crowd = order.crowdOrOne();
    return new Delivered(
        crowd.write(
            number -> {
              String id = Fields.orElse(order.messageId(), UUID.randomUUID().toString());
              Instant at = Fields.orElse(order.at(), environment.clock().instant());
              conversations.customerWrote(order.conversationId(), order.accountId(), at);
              String text = crowd.numbered(Fields.orElse(order.text(), ""), number);
              String requestId = Fields.orElse(order.requestId(), UUID.randomUUID().toString());
              String body = GbmEvents.of(order, agent.agent(), text, id, requestId, at);
              return () -> deliver(order, agent, id, body);
            }));
  }

  private Delivered.Delivery deliver(GbmOrder order, GbmSettings agent, String id, String body)
      throws InterruptedException {
    Endpoint endpoint = agent.webhook();
    if (endpoint == null) {
      return Delivered.Delivery.nowhere(id);
    }
    SignatureKind kind = order.signatureOrValid();
    Optional<String> token =
        kind == SignatureKind.NONE ? Optional.empty() : Optional.of(agent.token(kind));
    Webhook webhook = GoogleWebhook.of("inbound", id, endpoint.address(), body, body, token);
    List<Attempt> attempts = environment.webhooks().deliver(webhook, agent.retries());
    return Delivered.Delivery.of(webhook, attempts.getLast().answeredBetween(200, 200), attempts);
  }
}
