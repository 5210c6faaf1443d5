package io.parley.simulator.mylink;

import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Status and reply events, unsigned JSON (link-mobility.md §11). */
final class MyLinkEvents {

  private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
  private static final long LONGEST_PAUSE_SECONDS = 300;

  private MyLinkEvents() {}

  static Map<String, Object> status(
      String eventId,
      MessageCheck.Draft draft,
      String requestId,
      String messageId,
      StatusEvent event,
      int segments,
      Instant at) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("requestId", requestId);
    if (draft.referenceId() != null) {
      status.put("referenceId", draft.referenceId());
    }
    status.put("messageId", messageId);
    status.put("type", event.type());
    status.put("code", event.code());
    status.put("details", event.details());
    status.put("segments", segments);
    Map<String, Object> body = envelope(eventId, draft.recipient(), at);
    body.put("status", status);
    boolean good = event.code() < 3000;
    body.put("provider", provider(at, good ? "0" : "1", good ? "ok" : "failed"));
    return body;
  }

  static Map<String, Object> reply(String eventId, MyLinkOrder order, String text, Instant at) {
    Map<String, @Nullable Object> reply = new LinkedHashMap<>();
    reply.put("sender", order.from());
    reply.put("routeId", "rt-204");
    if (order.keyword() != null) {
      reply.put("routeKeyword", order.keyword());
    }
    reply.put("text", text);
    if (order.reply() != null) {
      reply.putAll(order.reply());
    }
    Map<String, Object> body = envelope(eventId, order.to(), at);
    body.put("provider", provider(at, "", ""));
    body.put("reply", reply);
    return body;
  }

  static Webhook webhook(String kind, String id, Endpoint endpoint, Map<String, Object> body) {
    return Webhook.post(
        kind, id, endpoint.address(), Map.of("Content-Type", "application/json"), Json.write(body));
  }

  /** Anything but 200 is repeated for so long. */
  static RetryPolicy until(long ttlMs) {
    return new RetryPolicy(
        (int) (ttlMs / 1_000 / LONGEST_PAUSE_SECONDS) + 5,
        attempt -> !attempt.answeredBetween(200, 200),
        READ_TIMEOUT,
        MyLinkEvents::pause);
  }

  private static Duration pause(int number) {
    return Duration.ofSeconds(Math.min(10L << Math.min(number - 1, 16), LONGEST_PAUSE_SECONDS));
  }

  private static Map<String, Object> envelope(String eventId, String recipient, Instant at) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("eventId", eventId);
    body.put("channel", "sms");
    body.put("recipient", recipient);
    body.put("timeStamp", at.truncatedTo(ChronoUnit.SECONDS).toString());
    return body;
  }

  private static Map<String, Object> provider(Instant at, String code, String details) {
    Map<String, Object> provider = new LinkedHashMap<>();
    provider.put("timestamp", at.truncatedTo(ChronoUnit.SECONDS).minusSeconds(1).toString());
    provider.put("code", code);
    provider.put("details", details);
    provider.put("operator", "se.tele2");
    return provider;
  }
}
