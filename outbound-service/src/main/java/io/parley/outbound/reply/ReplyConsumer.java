package io.parley.outbound.reply;

import io.parley.events.Event;
import io.parley.events.MediaRequested;
import io.parley.events.ReplyRequested;
import io.parley.events.TraceParent;
import io.parley.outbound.media.MediaLedger;
import io.parley.outbound.message.Letter;
import io.parley.outbound.message.MessageLedger;
import io.parley.platform.database.Database;
import io.parley.platform.messaging.BatchConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes in what agents want. Each reply is a row, and its first event in the outbox, before its
 * offset is committed; a repetition with the same message id changes nothing. What stands against a
 * reply is judged when it is about to be sent, not here.
 */
@ApplicationScoped
class ReplyConsumer {

  private final BatchConsumer batches;
  private final Database database;
  private final MessageLedger messages;
  private final MediaLedger media;
  private final Clock clock;

  ReplyConsumer(
      BatchConsumer batches,
      Database database,
      MessageLedger messages,
      MediaLedger media,
      Clock clock) {
    this.batches = batches;
    this.database = database;
    this.messages = messages;
    this.media = media;
    this.clock = clock;
  }

  @Incoming("replies")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    batches.consume(records, "outbound-replies", this::take);
  }

  private void take(List<Event<?>> events) {
    Instant now = clock.instant();
    List<Letter> letters = new ArrayList<>();
    Map<UUID, Instant> wanted = new HashMap<>();
    for (Event<?> event : events) {
      switch (event.data()) {
        case ReplyRequested reply -> letters.add(letter(reply, event.traceParent(), now));
        case MediaRequested request ->
            wanted.merge(request.mediaId(), request.requestedAt(), (a, b) -> a.isAfter(b) ? a : b);
        default -> throw new IllegalArgumentException("nothing agents want: " + event.type());
      }
    }
    database.inTransaction(
        transaction -> {
          messages.append(transaction, letters);
          media.request(transaction, wanted, now);
          return events.size();
        });
  }

  private static Letter letter(ReplyRequested reply, TraceParent traceParent, Instant now) {
    return new Letter(
        reply.messageId(),
        reply.conversationId(),
        reply.channelAddressId(),
        reply.to(),
        reply.content(),
        reply.author(),
        reply.requestedAt(),
        reply.lastCustomerMessageAt(),
        traceParent,
        now);
  }
}
