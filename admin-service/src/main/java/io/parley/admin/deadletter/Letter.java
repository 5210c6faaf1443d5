package io.parley.admin.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.events.Topic;
import io.parley.platform.messaging.DeadLetters;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What is known of a dead letter, without its body. */
sealed interface Letter permits WebhookLetter, RecordLetter {

  /** Where it is. */
  LetterId id();

  /** When it was kept. */
  Instant keptAt();

  /** Why; long digits of whoever are left out, so letters that failed alike have it in common. */
  String reason();

  /** Size of the body in bytes. */
  int size();

  /** Reads a record of a topic of dead letters. */
  static Optional<Letter> read(ConsumerRecord<String, byte[]> record) {
    Optional<Topic> topic = TopicNames.ofDeadLetters(record.topic());
    if (topic.isEmpty()) {
      return Optional.empty();
    }
    LetterId id = new LetterId(topic.get(), record.partition(), record.offset());
    Optional<Letter> webhook = WebhookLetter.read(id, record).map(letter -> letter);
    return webhook.or(() -> Optional.of(RecordLetter.of(id, record)));
  }

  /** What a header about the cause says; empty when there is none. */
  static String cause(ConsumerRecord<String, byte[]> record, String name) {
    String value = header(record, DeadLetters.HEADER_PREFIX + name);
    return value == null ? "" : value;
  }

  /** What a header says. */
  static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }
}
