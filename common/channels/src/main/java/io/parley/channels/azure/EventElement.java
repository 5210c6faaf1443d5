package io.parley.channels.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.wire.Attributes;
import io.parley.channels.wire.JsonBody;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One event of a call, in Event Grid's schema or as a CloudEvent
 * (providers/azure-communication-services.md §4.1). Both schemas come as an object or an array.
 *
 * @param type lower case
 * @param resource id of the resource that it is about; empty when it names none
 * @param envelope its fields but for type, resource and data
 * @param data its payload, an object
 */
record EventElement(String type, String resource, EventFields envelope, JsonNode data) {

  /** The elements of a body. */
  static List<JsonNode> split(JsonNode body) {
    return body.isArray()
        ? StreamSupport.stream(body.spliterator(), false).toList()
        : List.of(body);
  }

  /** Reads an element; nothing if it is no event of either schema. */
  static Optional<EventElement> read(JsonNode element) {
    if (!element.isObject()) {
      return Optional.empty();
    }
    EventFields envelope = new EventFields(element);
    String type = first(envelope, "eventType", "type");
    if (type == null) {
      return Optional.empty();
    }
    String resource = first(envelope, "topic", "source");
    JsonNode data = envelope.takeNode("data");
    envelope.drop("dataVersion", "metadataVersion", "specversion", "datacontenttype");
    return Optional.of(
        new EventElement(
            type.strip().toLowerCase(Locale.ROOT),
            resource == null ? "" : resource,
            envelope,
            // Seen as JSON in a string, in the handshake at least.
            data.isTextual() ? JsonBody.read(data.textValue()) : data));
  }

  /** Whether it is about a resource; Azure writes ids in any case. */
  boolean isOf(String resourceId) {
    return resource.toLowerCase(Locale.ROOT).contains(resourceId.strip().toLowerCase(Locale.ROOT));
  }

  /** When it happened, as the envelope says it. */
  @Nullable Instant time() {
    Instant time = envelope.takeTime("eventTime");
    return time == null ? envelope.takeTime("time") : time;
  }

  /** What nobody took, by Azure's names; the data's own go before the envelope's. */
  Map<String, String> rest(EventFields data) {
    Attributes rest = new Attributes();
    data.restTo(rest);
    rest.keep("topic", resource);
    envelope.restTo(rest);
    return rest.asMap();
  }

  private static @Nullable String first(EventFields fields, String... names) {
    return Stream.of(names).map(fields::take).flatMap(Stream::ofNullable).findFirst().orElse(null);
  }
}
