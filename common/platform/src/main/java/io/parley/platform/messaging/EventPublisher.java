package io.parley.platform.messaging;

import io.parley.events.CloudEventCodec;
import io.parley.events.Event;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Puts events on Kafka. Every event of a service leaves through here, with {@code acks=all}. */
@ApplicationScoped
public class EventPublisher {

  /**
   * Above the number in flight that the producer allows, so that a burst waits here and no more
   * than this.
   */
  private static final int BUFFER = 8192;

  private final MutinyEmitter<byte[]> events;

  EventPublisher(
      @Channel("events") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = BUFFER)
          MutinyEmitter<byte[]> events) {
    this.events = events;
  }

  /**
   * Completes when all in-sync replicas have the event, and fails when they do not take it in time.
   */
  public Uni<Void> publish(Event<?> event) {
    return publish(CloudEventCodec.encode(event));
  }

  /**
   * Publishes a record that was made before, such as one that waited in a table. Completes and
   * fails as {@link #publish(Event)}.
   */
  public Uni<Void> publish(ProducerRecord<String, byte[]> record) {
    return publish(record.topic(), record.key(), record.headers(), record.value());
  }

  Uni<Void> publish(String topic, String key, Headers headers, byte[] value) {
    return events.sendMessage(
        Message.of(
            value,
            Metadata.of(
                OutgoingKafkaRecordMetadata.<String>builder()
                    .withTopic(topic)
                    .withKey(key)
                    .withHeaders(headers)
                    .build())));
  }
}
