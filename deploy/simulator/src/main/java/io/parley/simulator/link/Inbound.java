package io.parley.simulator.link;

import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.journey.Crowd;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.provider.Environment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Customers' messages (link-mobility.md §2). */
final class Inbound {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Oslo"));

  private final Environment environment;
  private final Gates gates;

  Inbound(Environment environment, Gates gates) {
    this.environment = environment;
    this.gates = gates;
  }

  /**
   * Blocks until every webhook is answered or given up.
   *
   * @throws InvalidFieldException if there is no such gate
   */
  Delivered receive(LinkOrder order, LinkSettings account) {
    String gateId = Fields.orElse(order.gateId(), Fields.orElse(account.inboundGateId(), ""));
    Gate gate =
        gates
            .find(order.accountId(), gateId)
            .orElseThrow(() -> new InvalidFieldException("gateId", "is not a gate of the account"));
    Crowd crowd = order.crowdOrOne();
    List<List<Delivered.Delivery>> made =
        crowd.write(
            number -> {
              String id = Fields.orElse(order.messageId(), MessageIds.random());
              Instant at = Fields.orElse(order.at(), environment.clock().instant());
              String text = crowd.numbered(order.text(), number);
              Map<String, @Nullable Object> body = body(order, account, gate, text, id, at);
              return () ->
                  GateCalls.make(
                      "inbound",
                      id,
                      account,
                      gate,
                      body,
                      templateFields(order, body, text),
                      order.signatureOrValid(),
                      (webhook, policy) -> environment.webhooks().deliver(webhook, policy));
            });
    return new Delivered(made.stream().flatMap(List::stream).toList());
  }

  /** The message as JSON, in the order of the provider's samples. */
  static Map<String, @Nullable Object> body(
      LinkOrder order, LinkSettings account, Gate gate, String text, String id, Instant at) {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    Map<String, @Nullable Object> content = new LinkedHashMap<>();
    content.put("type", "SMS");
    content.put("userData", text);
    content.put("encoding", "TEXT");
    Map<String, @Nullable Object> custom = new LinkedHashMap<>();
    custom.put("suggestedOperator", "no.telia");
    custom.put("queued", LOCAL.format(second));
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("destination", order.destination());
    body.put("subNumber", order.subNumber());
    body.put("source", order.source());
    body.put("content", content);
    body.put("operator", "no.telia");
    body.put("timestamp", second.toString());
    body.put("messageId", id);
    body.put("operatorTimestamp", second.minusSeconds(1).toString());
    body.put("operatorMessageId", "884120077");
    body.put("route", route(order, account, gate, text));
    body.put("gateCustomParameters", Map.of());
    body.put("customParameters", custom);
    return body;
  }

  private static Map<String, @Nullable Object> route(
      LinkOrder order, LinkSettings account, Gate gate, String text) {
    Map<String, @Nullable Object> route = new LinkedHashMap<>();
    boolean byKeyword = order.subNumber() == null;
    route.put("type", byKeyword ? "KEYWORD_ROUTE" : "SUBNUMBER_ROUTE");
    route.put("id", "kw-771");
    route.put("refId", "harbor");
    route.put("gateIds", List.of(gate.idOrNone()));
    route.put("platformId", "SMSC");
    route.put("platformPartnerId", account.platformPartnerId());
    route.put("number", order.destination());
    if (byKeyword) {
      String keyword = Fields.orElse(order.keyword(), text.strip().split("\\s+", 2)[0]);
      route.put("keyword", keyword.toUpperCase(Locale.ROOT));
      route.put("keywordType", "FIRST_WORD");
    } else {
      route.put("startRange", String.valueOf(order.subNumber()));
      route.put("stopRange", String.valueOf(order.subNumber()));
    }
    route.put("active", true);
    route.put("shared", false);
    route.put("description", "Harbor Books");
    if (order.route() != null) {
      route.putAll(order.route());
    }
    return route;
  }

  private static Map<String, Object> templateFields(
      LinkOrder order, Map<String, @Nullable Object> body, String text) {
    Map<String, Object> fields = new LinkedHashMap<>();
    body.forEach((name, value) -> fields.put(name, value == null ? "" : value));
    fields.put("content.userData", text);
    fields.put("userData", text);
    fields.put("source", order.source());
    return fields;
  }
}
