package io.parley.admin.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter, whole, with personal data. That somebody looked at it is in the audit.
 *
 * @param letter what lists show of it
 * @param key of the record
 * @param headers of the record, the cause among them
 * @param body of the record, Base64; absent for configuration, which holds keys
 * @param text the same as text; masked for configuration, absent when it is not UTF-8
 */
@Schema(name = "DeadLetterDetail")
record DeadLetterDetail(
    DeadLetterView letter,
    String key,
    Map<String, String> headers,
    @Nullable String body,
    @Nullable String text) {

  DeadLetterDetail {
    headers = Map.copyOf(headers);
  }

  static DeadLetterDetail of(Letters.Whole whole) {
    boolean secret = whole.letter().id().topic().compacted();
    ConsumerRecord<String, byte[]> record = whole.record();
    return new DeadLetterDetail(
        DeadLetterView.of(whole.letter(), whole.state()),
        record.key() == null ? "" : record.key(),
        headers(record),
        secret ? null : Base64.getEncoder().encodeToString(whole.body()),
        secret ? Masking.json(whole.body()) : Bodies.text(whole.body()));
  }

  private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
    }
    return headers;
  }
}
