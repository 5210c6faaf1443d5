package io.parley.admin.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.platform.messaging.DeadLetters;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that ingress kept because it did not understand it, without its body. Other consumers
 * keep records on the same topics; those have a consumer in their headers and are left alone.
 *
 * @param id where it is
 * @param keptAt when it was kept
 * @param receivedAt when the provider called
 * @param reason why it was not understood
 * @param provider name of the provider
 * @param accountId the account whose URL was called
 * @param method HTTP method
 * @param subPath what followed the account key
 * @param query the query string without secrets; empty for none
 * @param contentType media type of the body; empty for none
 * @param traceParent the trace of the call; empty for none
 * @param size of the body in bytes
 */
record WebhookLetter(
    LetterId id,
    Instant keptAt,
    Instant receivedAt,
    String reason,
    String provider,
    UUID accountId,
    String method,
    String subPath,
    String query,
    String contentType,
    String traceParent,
    int size) {

  private static final int LONGEST_REASON = 2_000;

  /** Reads a record; nothing when it is not such a webhook. */
  static Optional<WebhookLetter> read(ConsumerRecord<String, byte[]> record) {
    Optional<Source> source = Source.ofTopic(record.topic());
    if (source.isEmpty() || header(record, "consumer") != null) {
      return Optional.empty();
    }
    String provider = header(record, "provider");
    String account = header(record, "account-id");
    String method = header(record, "method");
    String receivedAt = header(record, "received-at");
    if (provider == null || account == null || method == null || receivedAt == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new WebhookLetter(
              new LetterId(source.get(), record.partition(), record.offset()),
              Instant.ofEpochMilli(record.timestamp()),
              Instant.parse(receivedAt),
              bounded(text(record, "reason")),
              provider,
              UUID.fromString(account),
              method,
              text(record, "sub-path"),
              text(record, "query"),
              text(record, "content-type"),
              text(record, "traceparent"),
              record.value() == null ? 0 : record.value().length));
    } catch (DateTimeException | IllegalArgumentException notIngress) {
      return Optional.empty();
    }
  }

  private static String bounded(String reason) {
    return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
  }

  private static String text(ConsumerRecord<String, byte[]> record, String name) {
    String value = header(record, name);
    return value == null ? "" : value;
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(DeadLetters.HEADER_PREFIX + name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }
}
