package io.parley.admin.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.parley.admin.validation.Findings;
import io.parley.events.CloudEventCodec;
import io.parley.events.Event;
import io.parley.events.EventData;
import io.parley.events.EventJson;
import io.parley.events.EventType;
import io.parley.events.Topic;
import io.parley.events.TraceParent;
import io.parley.events.UndecodableEventException;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The event that a dead letter is published as. It keeps the id that the record has, also when its
 * data are corrected: it stands for the same happening, so consumers that had handled it ignore it
 * and the one that had not takes it.
 */
final class EventReading {

  /** Nothing that the event's type does not know: it would be lost on the way. */
  private static final ObjectMapper STRICT =
      EventJson.mapper().copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private EventReading() {}

  /**
   * The event that stands in a record.
   *
   * @throws ProblemException if none does, or not one that may be published again
   */
  static Event<?> asItIs(LetterId id, ConsumerRecord<String, byte[]> record) {
    requireReplayable(id.topic());
    try {
      Event<?> event = CloudEventCodec.decode(record);
      requireTopic(event.type(), id.topic());
      STRICT.readValue(record.value(), event.type().dataType());
      return event;
    } catch (UndecodableEventException e) {
      throw new ProblemException(
          ProblemType.STATE_CONFLICT,
          "No consumer can read this record, so it has to be corrected first: "
              + Masking.reason(String.valueOf(e.getMessage())));
    } catch (UnrecognizedPropertyException e) {
      throw new ProblemException(
          ProblemType.STATE_CONFLICT,
          "The record has a field that this version does not know and would lose: "
              + path(e)
              + ". Replay it with the version of the service that published it.");
    } catch (IOException e) {
      throw new IllegalStateException("was read a moment ago: " + id, e);
    }
  }

  /**
   * The event that stands in a record, with other data.
   *
   * @param payload the data
   * @param typeName CloudEvents type, for when the record has none
   * @throws ProblemException if the data are none of this type
   */
  static Event<?> corrected(
      LetterId id,
      ConsumerRecord<String, byte[]> record,
      JsonNode payload,
      @Nullable String typeName,
      RandomGenerator random) {
    requireReplayable(id.topic());
    EventType type = type(record, typeName);
    requireTopic(type, id.topic());
    String key = Objects.requireNonNullElse(record.key(), "");
    return Publishable.required(
        new Event<>(
            header(record, "ce_id").orElseGet(() -> "dead-letter/" + place(id, record)),
            header(record, "ce_source").orElse(Replays.SOURCE),
            header(record, "ce_subject").orElse(key),
            time(record),
            TraceParent.parse(Letter.header(record, "ce_traceparent"))
                .orElseGet(() -> TraceParent.begin(random)),
            key,
            data(payload, type)));
  }

  /** Where the record was at first, so that letters of several consumers become one event. */
  private static String place(LetterId id, ConsumerRecord<String, byte[]> record) {
    String partition = Letter.cause(record, "partition");
    String offset = Letter.cause(record, "offset");
    return partition.isEmpty() || offset.isEmpty()
        ? id.toString()
        : TopicNames.shortName(id.topic()) + "/" + partition + "/" + offset;
  }

  private static EventType type(ConsumerRecord<String, byte[]> record, @Nullable String given) {
    Optional<EventType> own = header(record, "ce_type").flatMap(EventType::named);
    Optional<EventType> named = Optional.ofNullable(given).flatMap(EventType::named);
    if (given != null && named.isEmpty()) {
      throw ProblemException.invalid("/type", "must be a type of event that Parley has");
    }
    if (own.isPresent() && named.isPresent() && !own.equals(named)) {
      throw ProblemException.invalid("/type", "the record has another type");
    }
    return own.or(() -> named)
        .orElseThrow(
            () -> ProblemException.invalid("/type", "the record has none, so it must be given"));
  }

  private static EventData data(JsonNode payload, EventType type) {
    Findings findings = Findings.none();
    try {
      EventData data = STRICT.treeToValue(payload, type.dataType());
      if (data != null) {
        return data;
      }
      findings.add("/payload", "must be an object");
    } catch (ValueInstantiationException e) {
      String said = e.getCause() == null ? "is refused" : e.getCause().getMessage();
      findings.add("/payload" + path(e), String.valueOf(said));
    } catch (UnrecognizedPropertyException e) {
      findings.add("/payload" + path(e), "is no field of " + type.typeName());
    } catch (JsonMappingException e) {
      findings.add("/payload" + path(e), "does not fit " + type.typeName());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      findings.add("/payload", "does not fit " + type.typeName());
    }
    findings.refuseIfAny();
    throw new IllegalStateException("refused above");
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "/" + step.getIndex()
                    : Findings.step(step.getFrom() instanceof Map ? "{}" : step.getFieldName()))
        .collect(Collectors.joining());
  }

  private static Instant time(ConsumerRecord<String, byte[]> record) {
    try {
      return header(record, "ce_time")
          .map(OffsetDateTime::parse)
          .map(OffsetDateTime::toInstant)
          .orElseGet(() -> Instant.ofEpochMilli(record.timestamp()));
    } catch (DateTimeException e) {
      return Instant.ofEpochMilli(record.timestamp());
    }
  }

  private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
    return Optional.ofNullable(Letter.header(record, name)).filter(text -> !text.isBlank());
  }

  private static void requireTopic(EventType type, Topic topic) {
    if (type.topic() != topic) {
      throw new ProblemException(
          ProblemType.STATE_CONFLICT, "Events of " + type.typeName() + " have another topic.");
    }
  }

  /** The configuration is published from the database; an old record would undo a newer one. */
  private static void requireReplayable(Topic topic) {
    if (topic.compacted()) {
      throw new ProblemException(
          ProblemType.STATE_CONFLICT, "Configuration is never replayed from dead letters.");
    }
  }
}
