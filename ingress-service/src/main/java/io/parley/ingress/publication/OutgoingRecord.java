package io.parley.ingress.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record for Kafka in a form that can wait in a table: an event, or a dead letter.
 *
 * @param id the same for every repetition of the same webhook
 * @param topic name of the topic
 * @param key its order on the topic
 * @param headers all text
 * @param body raw bytes, not copied
 */
public record OutgoingRecord(
    String id, String topic, String key, Map<String, String> headers, byte[] body) {

  public OutgoingRecord {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** The record as it waits. */
  public static OutgoingRecord of(String id, ProducerRecord<String, byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    record
        .headers()
        .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    return new OutgoingRecord(id, record.topic(), record.key(), headers, record.value());
  }

  /** The record as Kafka takes it. */
  public ProducerRecord<String, byte[]> toProducerRecord() {
    Headers bytes = new RecordHeaders();
    headers.forEach((name, text) -> bytes.add(name, text.getBytes(UTF_8)));
    return new ProducerRecord<>(topic, null, key, body, bytes);
  }

  /** Says which record it is and nothing of what a customer wrote. */
  @Override
  public String toString() {
    return "OutgoingRecord[" + id + ", " + topic + "]";
  }
}
