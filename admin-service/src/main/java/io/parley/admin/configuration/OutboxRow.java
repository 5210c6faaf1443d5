package io.parley.admin.configuration;

import io.parley.events.ConfigurationChanged;
import io.parley.events.Event;
import io.parley.platform.outbox.Outbox;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event that the relay of the platform publishes after the commit. */
@Entity
@Table(name = "outbox")
class OutboxRow {

  /**
   * All configuration events share one range of the outbox, so that they reach the topic in the
   * order of their versions also across keys.
   */
  private static final short SHARD = 0;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private short shard;
  private String eventId;
  private String type;
  private String source;
  private String subject;
  private Instant occurredAt;
  private String traceparent;
  private String recordKey;
  private String data;

  /** For Hibernate. */
  OutboxRow() {}

  OutboxRow(Event<?> event) {
    shard = event.data() instanceof ConfigurationChanged ? SHARD : (short) 1;
    eventId = event.id();
    type = event.type().typeName();
    source = event.source();
    subject = event.subject();
    occurredAt = event.time();
    traceparent = event.traceParent().value();
    recordKey = event.key();
    data = (String) Outbox.columns(event).getLast();
  }
}
