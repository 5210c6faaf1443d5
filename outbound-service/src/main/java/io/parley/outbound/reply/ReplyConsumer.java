package io.parley.outbound.reply;

import io.parley.events.Event;
import io.parley.events.ReplyRequested;
import io.parley.outbound.message.Letter;
import io.parley.outbound.message.MessageLedger;
import io.parley.platform.database.Database;
import io.parley.platform.messaging.BatchConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes replies in. Each is a row, and its first event in the outbox, before its offset is
 * committed; a repetition with the same message id changes nothing. What stands against a reply is
 * judged when it is about to be sent, not here.
 */
@ApplicationScoped
class ReplyConsumer {

  private final BatchConsumer batches;
  private final Database database;
  private final MessageLedger ledger;
  private final Clock clock;

  ReplyConsumer(BatchConsumer batches, Database database, MessageLedger ledger, Clock clock) {
    this.batches = batches;
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Incoming("replies")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    batches.consume(records, "outbound-replies", this::take);
  }

  private void take(List<Event<?>> events) {
    Instant now = clock.instant();
    List<Letter> letters = events.stream().map(event -> letter(event, now)).toList();
    database.inTransaction(
        transaction -> {
          ledger.append(transaction, letters);
          return letters.size();
        });
  }

  private static Letter letter(Event<?> event, Instant now) {
    if (!(event.data() instanceof ReplyRequested reply)) {
      throw new IllegalArgumentException("not a reply: " + event.type());
    }
    return new Letter(
        reply.messageId(),
        reply.conversationId(),
        reply.channelAddressId(),
        reply.to(),
        reply.content(),
        reply.author(),
        reply.requestedAt(),
        reply.lastCustomerMessageAt(),
        event.traceParent(),
        now);
  }
}
