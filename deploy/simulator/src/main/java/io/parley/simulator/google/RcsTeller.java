package io.parley.simulator.google;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.http.Fields;
import io.parley.simulator.journey.Crowd;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.provider.Environment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Tells an agent's webhook what users do and what becomes of messages. */
final class RcsTeller {

  private final Environment environment;
  private final AtomicLong pushes = new AtomicLong(990_000);

  RcsTeller(Environment environment) {
    this.environment = environment;
  }

  Delivered receive(RcsOrder order, RcsSettings agent) {
    Crowd crowd = order.crowdOrOne();
    return new Delivered(
        crowd.write(
            number -> {
              String id = UUID.randomUUID().toString();
              String messageId = Fields.orElse(order.messageId(), id);
              Instant at = Fields.orElse(order.at(), environment.clock().instant());
              RcsOrder.EventType type = order.event();
              if (type != null) {
                String event =
                    RcsEvents.event(type, order.from(), order.messageId(), id, agent.agentId(), at);
                return () ->
                    deliver(agent, order.signatureOrValid(), id, event, false, type.name());
              }
              String text = crowd.numbered(Fields.orElse(order.text(), ""), number);
              String event = RcsEvents.message(order, agent.agentId(), text, messageId, at);
              return () ->
                  deliver(
                      agent,
                      order.signatureOrValid(),
                      messageId,
                      event,
                      true,
                      RcsEvents.wordFor(order));
            }));
  }

  /** The push for an event about a message that we sent. */
  Webhook status(
      RcsSettings agent,
      Endpoint endpoint,
      String phone,
      String messageId,
      RcsOrder.EventType type) {
    Instant at = environment.clock().instant();
    String event =
        RcsEvents.event(type, phone, messageId, lasting(messageId, type), agent.agentId(), at);
    return GoogleWebhook.of(
        "status",
        messageId,
        endpoint.address(),
        push(agent, event, false, type.name()),
        event,
        Optional.of(agent.clientToken()));
  }

  /** The same for every telling of the same event. */
  private static String lasting(String messageId, RcsOrder.EventType type) {
    String name = messageId + "/" + type;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Delivered.Delivery deliver(
      RcsSettings agent,
      SignatureKind kind,
      String id,
      String event,
      boolean isMessage,
      String word)
      throws InterruptedException {
    Endpoint endpoint = agent.webhook();
    if (endpoint == null) {
      return Delivered.Delivery.nowhere(id);
    }
    Webhook webhook =
        GoogleWebhook.of(
            "inbound",
            id,
            endpoint.address(),
            push(agent, event, isMessage, word),
            event,
            kind == SignatureKind.NONE ? Optional.empty() : Optional.of(agent.token(kind)));
    List<Attempt> attempts = environment.webhooks().deliver(webhook, agent.retries());
    return Delivered.Delivery.of(webhook, attempts.getLast().answeredBetween(200, 200), attempts);
  }

  private String push(RcsSettings agent, String event, boolean isMessage, String word) {
    return RcsEvents.wrapped(
        event,
        isMessage,
        word,
        agent.agentId(),
        String.valueOf(pushes.incrementAndGet()),
        environment.clock().instant());
  }
}
