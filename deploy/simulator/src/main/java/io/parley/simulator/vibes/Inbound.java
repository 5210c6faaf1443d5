package io.parley.simulator.vibes;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.http.Fields;
import io.parley.simulator.journey.Crowd;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.provider.Environment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers' messages (vibes.md §3). */
final class Inbound {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx").withZone(ZoneOffset.UTC);

  private final Environment environment;

  Inbound(Environment environment) {
    this.environment = environment;
  }

  /** Blocks until every webhook is answered or given up. */
  Delivered receive(VibesOrder order, VibesSettings account) {
    Crowd crowd = order.crowdOrOne();
    return new Delivered(
        crowd.write(
            number -> {
              String id = Fields.orElse(order.messageId(), UUID.randomUUID().toString());
              Instant at = Fields.orElse(order.at(), environment.clock().instant());
              String text = order.text() == null ? null : crowd.numbered(order.text(), number);
              return () -> deliver(order, account, id, text, at);
            }));
  }

  private Delivered.Delivery deliver(
      VibesOrder order, VibesSettings account, String id, @Nullable String text, Instant at)
      throws InterruptedException {
    Endpoint endpoint = account.inbound();
    if (endpoint == null) {
      return Delivered.Delivery.nowhere(id);
    }
    Optional<String> authorization = account.authorization(order.signatureOrValid());
    String type = order.longCode() ? Fields.orElse(account.longCodeType(), "LC") : "SC";
    List<Attempt> attempts =
        environment
            .webhooks()
            .deliver(
                attempt ->
                    VibesWebhook.of(
                        "inbound",
                        id,
                        endpoint.address(),
                        authorization,
                        xml(order, type, id, text, at, attempt)),
                account.retries());
    Attempt last = attempts.getLast();
    Webhook shown =
        VibesWebhook.of(
            "inbound",
            id,
            endpoint.address(),
            authorization,
            xml(order, type, id, text, at, last.number()));
    return Delivered.Delivery.of(shown, last.answeredBetween(200, 299), attempts);
  }

  static String xml(
      VibesOrder order, String type, String id, @Nullable String text, Instant at, int attempt) {
    String date = order.isoDate() ? at.truncatedTo(ChronoUnit.SECONDS).toString() : DATE.format(at);
    return Xml.DECLARATION
        + "<moMessage"
        + Xml.attribute("messageId", id)
        + Xml.attribute("receiptDate", date)
        + Xml.attribute("attemptNumber", String.valueOf(attempt))
        + "><source"
        + Xml.attribute("address", order.from())
        + Xml.attribute("carrier", Fields.orElse(order.carrier(), "104"))
        + Xml.attribute("type", "MDN")
        + "/><destination"
        + Xml.attribute("address", order.to())
        + Xml.attribute("type", type)
        + "/>"
        + (order.longMessage() ? "<longMessageInfo/>" : "")
        + message(order, text)
        + "</moMessage>";
  }

  private static String message(VibesOrder order, @Nullable String text) {
    if (text == null) {
      return "";
    }
    return "<message>"
        + (order.cdata()
            ? "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"
            : Xml.escaped(text))
        + "</message>";
  }
}
