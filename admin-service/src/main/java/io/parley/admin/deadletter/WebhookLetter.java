package io.parley.admin.deadletter;

import io.parley.platform.messaging.DeadLetters;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    int size)
    implements Letter {

  /** Reads a record; nothing when it is not such a webhook. */
  static Optional<WebhookLetter> read(LetterId id, ConsumerRecord<String, byte[]> record) {
    String provider = header(record, "provider");
    String account = header(record, "account-id");
    String method = header(record, "method");
    String receivedAt = header(record, "received-at");
    if (header(record, "consumer") != null
        || provider == null
        || account == null
        || method == null
        || receivedAt == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new WebhookLetter(
              id,
              Instant.ofEpochMilli(record.timestamp()),
              Instant.parse(receivedAt),
              Masking.reason(Letter.cause(record, "reason")),
              provider,
              UUID.fromString(account),
              method,
              Letter.cause(record, "sub-path"),
              Letter.cause(record, "query"),
              Letter.cause(record, "content-type"),
              Letter.cause(record, "traceparent"),
              record.value() == null ? 0 : record.value().length));
    } catch (DateTimeException | IllegalArgumentException notIngress) {
      return Optional.empty();
    }
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
    return Letter.header(record, DeadLetters.HEADER_PREFIX + name);
  }
}
