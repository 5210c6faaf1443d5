package io.parley.simulator.infobip;

import io.parley.simulator.http.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to SMS events, for messages and numbers without an address of their own
 * (infobip.md §4).
 *
 * @param events all when empty
 */
public record Subscription(String notifyUrl, List<Event> events, @Nullable Security security) {

  /** Events of the SMS channel. */
  public enum Event {
    DELIVERY,
    INBOUND_MESSAGE
  }

  public Subscription {
    Fields.httpUrl(Fields.required(notifyUrl, "notifyUrl"), "notifyUrl");
    events = Fields.listOrEmpty(events);
  }

  boolean tells(Event event) {
    return events.isEmpty() || events.contains(event);
  }
}
