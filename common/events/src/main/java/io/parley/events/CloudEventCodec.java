package io.parley.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Events to Kafka records and back: CloudEvents 1.0 in binary mode, data as JSON. */
public final class CloudEventCodec {

  private static final String TRACE_PARENT = "traceparent";
  private static final String JSON = "application/json";

  private CloudEventCodec() {}

  /** The record that carries this event. */
  public static ProducerRecord<String, byte[]> encode(Event<?> event) {
    CloudEvent cloudEvent =
        CloudEventBuilder.v1()
            .withId(event.id())
            .withSource(URI.create(event.source()))
            .withType(event.type().typeName())
            .withSubject(event.subject())
            .withTime(event.time().atOffset(ZoneOffset.UTC))
            .withExtension(TRACE_PARENT, event.traceParent().value())
            .withData(JSON, json(event.data()))
            .build();
    return KafkaMessageFactory.<String>createWriter(event.type().topic().topicName(), event.key())
        .writeBinary(cloudEvent);
  }

  /**
   * The event that this record carries.
   *
   * @throws UndecodableEventException if it is not a CloudEvent, of a type Parley does not know, or
   *     its data do not fit the type
   */
  public static Event<?> decode(ConsumerRecord<String, byte[]> record) {
    return decode(record.key(), record.headers(), record.value());
  }

  /**
   * The event with these headers and this value.
   *
   * @throws UndecodableEventException as {@link #decode(ConsumerRecord)}
   */
  public static Event<?> decode(@Nullable String key, Headers headers, byte @Nullable [] value) {
    try {
      CloudEvent cloudEvent = KafkaMessageFactory.createReader(headers, value).toEvent();
      EventType type =
          EventType.named(cloudEvent.getType())
              .orElseThrow(
                  () -> new UndecodableEventException("unknown type " + cloudEvent.getType()));
      EventData data =
          EventJson.mapper()
              .readValue(Objects.requireNonNull(cloudEvent.getData()).toBytes(), type.dataType());
      OffsetDateTime time = cloudEvent.getTime();
      return new Event<>(
          cloudEvent.getId(),
          cloudEvent.getSource().toString(),
          Objects.requireNonNullElse(cloudEvent.getSubject(), cloudEvent.getId()),
          time == null ? Instant.EPOCH : time.toInstant(),
          TraceParent.parse((String) cloudEvent.getExtension(TRACE_PARENT))
              .orElseThrow(() -> new UndecodableEventException("no traceparent")),
          Objects.requireNonNull(key, "no key"),
          Objects.requireNonNull(data, "no data"));
    } catch (UndecodableEventException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Libraries answer bytes from outside with whatever they like, a missing ce_id for instance
      // with IllegalStateException; one that escaped would stop a consumer at this record for good.
      throw undecodable(e);
    }
  }

  private static byte[] json(EventData data) {
    try {
      return EventJson.mapper().writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + data.getClass(), e);
    }
  }

  private static UndecodableEventException undecodable(Exception e) {
    return e instanceof JsonProcessingException json
        ? new UndecodableEventException("not an event of Parley: " + problem(json))
        : new UndecodableEventException("not an event of Parley: " + e.getMessage(), e);
  }

  /**
   * Where and what, but neither Jackson's words nor its exception: both repeat the offending value,
   * which may be a customer's text.
   */
  private static String problem(JsonProcessingException e) {
    return switch (e) {
      case ValueInstantiationException refused when refused.getCause() != null ->
          "data are refused at " + path(refused) + ": " + refused.getCause().getMessage();
      case JsonMappingException misfit -> "data do not fit the type at " + path(misfit);
      default -> "data are not JSON";
    };
  }

  /** The names of fields on the way; names in a map are data, too. */
  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getFrom() instanceof Map
                    ? "{}"
                    : Objects.requireNonNullElse(step.getFieldName(), "[]"))
        .collect(Collectors.joining("/", "/", ""));
  }
}
