package io.parley.routing.inbound;

import io.parley.events.CustomerSignalled;
import io.parley.events.CustomerSignalled.Signal;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Reading;
import io.parley.routing.conversation.PassingNews;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells the agent who has the conversation that the customer types. It is worth nothing later: what
 * is old, what belongs to no conversation and what cannot be told is dropped, and messages never
 * wait for it.
 */
@ApplicationScoped
class CustomerTyping {

  private static final Logger LOG = Logger.getLogger(CustomerTyping.class);

  /** After an outage nobody types any more. */
  private static final Duration FRESH = Duration.ofSeconds(20);

  private static final String HELD =
      """
      select agent_id, id, channel_address_id, customer_address from conversation
      where (channel_address_id, customer_address) in (select * from unnest($1::uuid[], $2::text[]))
        and state = 'ACTIVE' and offer_id is null
      """;

  private final Conversations conversations;
  private final Clock clock;
  private final TypingThrottle throttle = new TypingThrottle();

  CustomerTyping(Conversations conversations, Clock clock) {
    this.conversations = conversations;
    this.clock = clock;
  }

  /** Never throws. */
  void tell(List<CustomerSignalled> signals) {
    Map<Customer, CustomerSignalled> last = new LinkedHashMap<>();
    Instant oldest = clock.instant().minus(FRESH);
    for (CustomerSignalled signal : signals) {
      if (isTyping(signal.signal()) && signal.receivedAt().isAfter(oldest)) {
        last.put(Customer.of(signal), signal);
      }
    }
    last.entrySet()
        .removeIf(
            e -> !throttle.admits(e.getKey(), types(e.getValue()), e.getValue().receivedAt()));
    if (last.isEmpty()) {
      return;
    }
    try {
      conversations.read(
          reading -> {
            tell(reading, last);
            return null;
          });
    } catch (RuntimeException e) {
      LOG.debugf("Typing was not passed on. error=%s", e);
    }
  }

  private static void tell(Reading reading, Map<Customer, CustomerSignalled> signals) {
    List<PassingNews> news =
        reading
            .transaction()
            .query(
                HELD,
                row -> {
                  Customer customer = new Customer(row.getUUID(2), row.getString(3));
                  CustomerSignalled signal =
                      Objects.requireNonNull(signals.get(customer), "nobody asked for it");
                  return PassingNews.of(
                      row.getUUID(0),
                      "customer.typing",
                      signal.receivedAt(),
                      new TypingOnStream(row.getUUID(1), types(signal)));
                },
                signals.keySet().stream().map(Customer::channelAddressId).toArray(UUID[]::new),
                signals.keySet().stream().map(Customer::address).toArray(String[]::new));
    PassingNews.tell(reading.transaction(), news);
  }

  private static boolean types(CustomerSignalled signal) {
    return signal.signal() == Signal.TYPING_STARTED;
  }

  /** Consent is outbound's business. */
  private static boolean isTyping(Signal signal) {
    return switch (signal) {
      case TYPING_STARTED, TYPING_STOPPED -> true;
      case OPTED_OUT, OPTED_IN -> false;
    };
  }

  /** A customer's typing as it appears on the stream. */
  record TypingOnStream(UUID conversationId, boolean typing) {}
}
