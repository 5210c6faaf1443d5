package io.parley.outbound.customer;

import io.parley.channels.ConsentKeywords;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerSignalled;
import io.parley.events.Event;
import io.parley.events.MessageReceived;
import io.parley.events.configuration.ChannelAddress;
import io.parley.outbound.customer.CustomerFacts.Heard;
import io.parley.outbound.media.MediaLedger;
import io.parley.platform.configuration.ConfigurationGate;
import io.parley.platform.configuration.ConfigurationSnapshot;
import io.parley.platform.database.Database;
import io.parley.platform.messaging.BatchConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Learns from what customers write: when, whether they want to be written to, and what is attached.
 */
@ApplicationScoped
class CustomerConsumer {

  private final BatchConsumer batches;
  private final Database database;
  private final CustomerLedger ledger;
  private final MediaLedger media;
  private final ConfigurationGate configuration;
  private final Clock clock;

  CustomerConsumer(
      BatchConsumer batches,
      Database database,
      CustomerLedger ledger,
      MediaLedger media,
      ConfigurationGate configuration,
      Clock clock) {
    this.batches = batches;
    this.database = database;
    this.ledger = ledger;
    this.media = media;
    this.configuration = configuration;
    this.clock = clock;
  }

  @Incoming("customers")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    batches.consume(records, "outbound-customers", this::learn);
  }

  private void learn(List<Event<?>> events) {
    ConfigurationSnapshot snapshot = configuration.await();
    Map<CustomerKey, Heard> lastInbound = new HashMap<>();
    List<ConsentNews> consent = new ArrayList<>();
    for (Event<?> event : events) {
      switch (event.data()) {
        case MessageReceived message -> {
          CustomerKey customer =
              new CustomerKey(message.channelAddressId(), message.from().value());
          lastInbound.merge(
              customer,
              new Heard(message.receivedAt(), message.replyTo(), message.providerMessageId()),
              (a, b) -> a.at().isAfter(b.at()) ? a : b);
          Optional<ChannelAddress> address = snapshot.channelAddress(message.channelAddressId());
          consentIn(message, customer, address).ifPresent(consent::add);
        }
        case CustomerSignalled signal -> consentIn(signal).ifPresent(consent::add);
        default -> throw new IllegalArgumentException("not about a customer: " + event.type());
      }
    }
    database.inTransaction(
        transaction -> {
          ledger.heard(transaction, lastInbound);
          ledger.consent(transaction, consent);
          media.announce(transaction, events, clock.instant());
          return events.size();
        });
  }

  private static Optional<ConsentNews> consentIn(CustomerSignalled signal) {
    CustomerKey customer = new CustomerKey(signal.channelAddressId(), signal.from().value());
    ConsentNews.Source source = ConsentNews.Source.PROVIDER_SIGNAL;
    return switch (signal.signal()) {
      case OPTED_OUT -> Optional.of(new ConsentNews(customer, true, signal.receivedAt(), source));
      case OPTED_IN -> Optional.of(new ConsentNews(customer, false, signal.receivedAt(), source));
      case TYPING_STARTED, TYPING_STOPPED -> Optional.empty();
    };
  }

  private static Optional<ConsentNews> consentIn(
      MessageReceived message, CustomerKey customer, Optional<ChannelAddress> to) {
    ConsentSignal signal = message.consent();
    ConsentNews.Source source = ConsentNews.Source.PROVIDER_SIGNAL;
    if (signal == null) {
      source = ConsentNews.Source.KEYWORD;
      signal =
          to.map(address -> ConsentKeywords.of(message.text(), address.type()))
              .orElseGet(() -> ConsentKeywords.of(message.text()))
              .orElse(ConsentSignal.HELP);
    }
    return switch (signal) {
      case STOP -> Optional.of(new ConsentNews(customer, true, message.receivedAt(), source));
      case START -> Optional.of(new ConsentNews(customer, false, message.receivedAt(), source));
      case HELP -> Optional.empty();
    };
  }
}
