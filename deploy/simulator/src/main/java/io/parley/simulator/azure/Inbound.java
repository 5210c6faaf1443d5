package io.parley.simulator.azure;

import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.journey.Crowd;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.provider.Environment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Customers' messages. */
final class Inbound {

  private final Environment environment;
  private final EventGrid eventGrid;
  private final OptOuts optOuts;

  Inbound(Environment environment, EventGrid eventGrid, OptOuts optOuts) {
    this.environment = environment;
    this.eventGrid = eventGrid;
    this.optOuts = optOuts;
  }

  /** Blocks until every delivery to every subscription is answered or given up. */
  Delivered receive(Account account, InboundOrder order) {
    if (account.sender(order.to()).isEmpty()) {
      throw new InvalidFieldException("to", "is not a sender of the resource");
    }
    Crowd crowd = Fields.orElse(order.crowd(), Crowd.ONE);
    List<List<Delivered.Delivery>> deliveries =
        crowd.write(
            number -> {
              Instant now = environment.clock().instant();
              String id = Fields.orElse(order.messageId(), account.ids().nextInbound(now));
              String text = crowd.numbered(Fields.orElse(order.body(), ""), number);
              optOuts.received(account, order.to(), order.from(), text);
              Event event =
                  EventData.received(order, id, text, account.settings().olderEvents(), now);
              return () -> deliver(account, order, event);
            });
    return new Delivered(deliveries.stream().flatMap(List::stream).toList());
  }

  private List<Delivered.Delivery> deliver(Account account, InboundOrder order, Event event)
      throws InterruptedException {
    SignatureKind wanted = Fields.orElse(order.signature(), SignatureKind.VALID);
    List<Route> routes = eventGrid.routes(account, event.type(), wanted, order.retries());
    if (routes.isEmpty()) {
      return List.of(Delivered.Delivery.nowhere(event.messageId()));
    }
    List<Delivered.Delivery> deliveries = new ArrayList<>();
    for (Route route : routes) {
      deliveries.add(eventGrid.delivered(route, event));
    }
    return deliveries;
  }
}
