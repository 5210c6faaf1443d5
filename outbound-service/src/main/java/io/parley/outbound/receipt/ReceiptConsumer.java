package io.parley.outbound.receipt;

import io.parley.events.Event;
import io.parley.events.ReceiptReceived;
import io.parley.outbound.customer.ConsentNews;
import io.parley.outbound.customer.CustomerLedger;
import io.parley.outbound.message.Bell;
import io.parley.outbound.message.Change;
import io.parley.outbound.message.Message;
import io.parley.outbound.message.MessageLedger;
import io.parley.outbound.receipt.Receipt.AtProvider;
import io.parley.platform.database.Database;
import io.parley.platform.database.Transaction;
import io.parley.platform.messaging.BatchConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Applies receipts. What belongs to no message yet is parked. */
@ApplicationScoped
class ReceiptConsumer {

  private static final Logger LOG = Logger.getLogger(ReceiptConsumer.class);

  private final BatchConsumer batches;
  private final Database database;
  private final ReceiptLedger receipts;
  private final MessageLedger messages;
  private final CustomerLedger customers;
  private final Meanings meanings;
  private final Bell bell;
  private final Clock clock;

  ReceiptConsumer(
      BatchConsumer batches,
      Database database,
      ReceiptLedger receipts,
      MessageLedger messages,
      CustomerLedger customers,
      Meanings meanings,
      Bell bell,
      Clock clock) {
    this.batches = batches;
    this.database = database;
    this.receipts = receipts;
    this.messages = messages;
    this.customers = customers;
    this.meanings = meanings;
    this.bell = bell;
    this.clock = clock;
  }

  @Incoming("receipts")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    batches.consume(records, "outbound-receipts", this::take);
  }

  private void take(List<Event<?>> events) {
    List<Receipt> arrived = events.stream().map(ReceiptConsumer::receipt).toList();
    database.inTransaction(transaction -> apply(transaction, arrived));
  }

  private static Receipt receipt(Event<?> event) {
    if (!(event.data() instanceof ReceiptReceived receipt)) {
      throw new IllegalArgumentException("not a receipt: " + event.type());
    }
    return Receipt.of(receipt);
  }

  private int apply(Transaction transaction, List<Receipt> arrived) {
    receipts.lock(transaction, arrived.stream().map(Receipt::about).toList());
    receipts.park(transaction, arrived);
    Map<AtProvider, UUID> candidates = candidates(transaction, arrived);
    Map<UUID, Message> found = messages.lock(transaction, candidates.values());
    Map<AtProvider, UUID> owners = new LinkedHashMap<>();
    candidates.forEach(
        (about, id) -> {
          Message message = found.get(id);
          if (message != null && message.mayBe(about.accountId(), about.providerMessageId())) {
            owners.put(about, id);
          } else if (message != null) {
            LOG.warnf(
                "Receipt does not fit the message that it names. messageId=%s accountId=%s"
                    + " providerMessageId=%s known=%s",
                id,
                about.accountId(),
                about.providerMessageId(),
                message.standing().providerMessageId());
          }
        });
    settle(transaction, owners, found);
    transaction.afterCommit(bell::ring);
    return arrived.size();
  }

  private void settle(
      Transaction transaction, Map<AtProvider, UUID> owners, Map<UUID, Message> found) {
    Instant now = clock.instant();
    Map<UUID, Message> current = new HashMap<>(found);
    List<ConsentNews> consent = new ArrayList<>();
    Map<AtProvider, List<Receipt>> parked =
        receipts.parked(transaction, owners.keySet()).stream()
            .collect(
                Collectors.groupingBy(
                    Receipt::about, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    Map<AtProvider, UUID> joined = new LinkedHashMap<>();
    parked.forEach(
        (about, list) -> {
          Message message =
              Objects.requireNonNull(current.get(Objects.requireNonNull(owners.get(about))));
          if (message.mayBe(about.accountId(), about.providerMessageId())) {
            Meanings.Applied applied = meanings.apply(message, list, now);
            current.put(message.id(), applied.message());
            consent.addAll(applied.consent());
            joined.put(about, message.id());
          }
        });
    messages.write(
        transaction,
        found.entrySet().stream()
            .map(e -> new Change(e.getValue(), Objects.requireNonNull(current.get(e.getKey()))))
            .toList());
    receipts.join(transaction, joined);
    customers.consent(transaction, consent);
  }

  /** Our id in the callback counts; where there is none, the provider's id does. */
  private Map<AtProvider, UUID> candidates(Transaction transaction, Collection<Receipt> arrived) {
    Map<AtProvider, UUID> candidates = new LinkedHashMap<>();
    Map<UUID, List<String>> byAccount =
        arrived.stream()
            .map(Receipt::about)
            .collect(
                Collectors.groupingBy(
                    AtProvider::accountId,
                    Collectors.mapping(AtProvider::providerMessageId, Collectors.toList())));
    byAccount.forEach(
        (account, ids) ->
            messages
                .idsAtProvider(transaction, account, ids)
                .forEach((id, message) -> candidates.put(new AtProvider(account, id), message)));
    arrived.stream()
        .flatMap(receipt -> named(receipt))
        .forEach(named -> candidates.putIfAbsent(named.getKey(), named.getValue()));
    return candidates;
  }

  private static Stream<Map.Entry<AtProvider, UUID>> named(Receipt receipt) {
    UUID messageId = receipt.messageId();
    return messageId == null ? Stream.empty() : Stream.of(Map.entry(receipt.about(), messageId));
  }
}
