package io.parley.events;

import java.time.Instant;

/**
 * One event as it stands on Kafka: data of Parley in the envelope of CloudEvents 1.0.
 *
 * @param id unique for the source; a repetition of the same event carries the same id
 * @param source which service published it, such as {@code /parley/ingress}
 * @param subject what it is about; for most events the same as the key
 * @param time when it happened
 * @param traceParent the trace it belongs to
 * @param key the record's key on Kafka; order holds per key
 * @param data what happened
 */
public record Event<T extends EventData>(
    String id,
    String source,
    String subject,
    Instant time,
    TraceParent traceParent,
    String key,
    T data) {

  /** Its CloudEvents type. */
  public EventType type() {
    return EventType.of(data);
  }
}
