package io.parley.admin.deadletter;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that a consumer could not handle, as far as everybody may see it who may see the list.
 *
 * @param id where it is
 * @param keptAt when it was kept
 * @param reason why it was not handled
 * @param consumer which consumer did not
 * @param key of the record, masked
 * @param eventId of the event; empty when the record has none
 * @param type CloudEvents type; empty when the record has none
 * @param excerpt beginning of its data, masked
 * @param size of the body in bytes
 */
record RecordLetter(
    LetterId id,
    Instant keptAt,
    String reason,
    String consumer,
    String key,
    String eventId,
    String type,
    String excerpt,
    int size)
    implements Letter {

  private static final int LONGEST_NAME = 200;

  static RecordLetter of(LetterId id, ConsumerRecord<String, byte[]> record) {
    byte[] body = record.value() == null ? new byte[0] : record.value();
    return new RecordLetter(
        id,
        Instant.ofEpochMilli(record.timestamp()),
        Masking.reason(Letter.cause(record, "reason")),
        bounded(Letter.cause(record, "consumer")),
        Masking.key(record.key() == null ? "" : record.key()),
        Masking.id(text(record, "ce_id")),
        bounded(text(record, "ce_type")),
        Masking.excerpt(body),
        body.length);
  }

  private static String text(ConsumerRecord<String, byte[]> record, String name) {
    String value = Letter.header(record, name);
    return value == null ? "" : value;
  }

  private static String bounded(String text) {
    return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
  }
}
