package io.parley.platform.messaging;

import io.parley.events.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what cannot be handled, with its cause, for an administrator to look at and replay. The
 * record is kept as it was; the cause is in headers of the prefix {@code parley-dead-letter-}.
 */
@ApplicationScoped
public class DeadLetters {

  /** What the names of the headers about a cause begin with. */
  public static final String HEADER_PREFIX = "parley-dead-letter-";

  private final EventPublisher publisher;

  DeadLetters(EventPublisher publisher) {
    this.publisher = publisher;
  }

  /**
   * Keeps a record that a consumer cannot handle. One that fills a whole record, so that the cause
   * does not fit beside it, is kept without its body; topic, partition and offset tell where that
   * is.
   */
  public Uni<Void> keep(ConsumerRecord<String, byte[]> record, String consumer, String reason) {
    Headers headers = new RecordHeaders(record.headers());
    add(headers, "reason", reason);
    add(headers, "consumer", consumer);
    add(headers, "topic", record.topic());
    add(headers, "partition", Integer.toString(record.partition()));
    add(headers, "offset", Long.toString(record.offset()));
    String topic = record.topic() + Topic.DEAD_LETTER_SUFFIX;
    String key = nonNull(record.key());
    return publisher
        .publish(topic, key, headers, value(record.value()))
        .onFailure(RecordTooLargeException.class)
        .recoverWithUni(() -> publisher.publish(topic, key, headers, new byte[0]));
  }

  /**
   * Keeps something that came from outside and never was a record of this topic.
   *
   * @param details what is needed to look at it and replay it; no secret
   */
  public Uni<Void> keep(
      Topic topic, String key, byte[] body, String reason, Map<String, String> details) {
    return publisher.publish(record(topic, key, body, reason, details));
  }

  /**
   * The record that {@link #keep(Topic, String, byte[], String, Map)} publishes, for whoever has
   * another way to keep it when Kafka is away.
   */
  public static ProducerRecord<String, byte[]> record(
      Topic topic, String key, byte[] body, String reason, Map<String, String> details) {
    Headers headers = new RecordHeaders();
    add(headers, "reason", reason);
    details.forEach((name, text) -> add(headers, name, text));
    return new ProducerRecord<>(topic.deadLetterName(), null, key, body, headers);
  }

  private static void add(Headers headers, String name, String text) {
    headers.add(HEADER_PREFIX + name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String nonNull(@Nullable String key) {
    return key == null ? "" : key;
  }

  private static byte[] value(byte @Nullable [] value) {
    return value == null ? new byte[0] : value;
  }
}
