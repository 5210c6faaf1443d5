package io.parley.events.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.events.CloudEventCodec;
import io.parley.events.EventJson;
import io.parley.events.EventType;
import io.parley.events.SampleEvents;
import io.parley.events.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The AsyncAPI 3.0 document: topics as channels, event types as messages. */
final class AsyncApiDocument {

  private static final String KAFKA_BINDING = "0.5.0";
  private static final String LICENSE = "https://www.apache.org/licenses/LICENSE-2.0";
  private static final String PROMISE =
      """
      The events of Parley on Kafka. Every record is a CloudEvent 1.0 in binary mode: attributes in
      headers, data as JSON in the value.

      What a consumer can rely on:

      - Every committed change of state appears: a state and the event about it commit together.
      - Events of one key are in order. Events of different keys have no order among each other.
      - An event may be repeated. A repetition carries the same `ce_id` (and `sequence` or
        `version`, where the data have one), so whoever remembers ids handles each event once.
      - Within one version of a type nothing is removed and nothing changes its meaning. Optional
        properties are added, and values to the lists marked `x-extensible-enum`; ignore the ones
        you do not know. Anything else becomes a new type that ends in `.v2`.
      - A record that a service of Parley cannot handle goes to the dead-letter topic, with the
        cause in headers; an administrator looks at it and replays it.
      """;

  private final Descriptions descriptions;

  AsyncApiDocument(Descriptions descriptions) {
    this.descriptions = descriptions;
  }

  /** The whole document. */
  ObjectNode document() {
    ObjectNode document = object().put("asyncapi", "3.0.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "Parley events").put("version", "1.0.0").put("description", PROMISE);
    info.putObject("license").put("name", "Apache-2.0").put("url", LICENSE);
    document.put("defaultContentType", "application/json");
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    for (Topic topic : Topic.values()) {
      String name = camelCase(topic);
      channels.set(name, channel(topic));
      channels.set(name + "DeadLetter", deadLetterChannel(topic));
      operations.set("publish" + capital(name), operation(topic, "send"));
      if (Parties.openToOutsiders(topic)) {
        operations.set("accept" + capital(name), operation(topic, "receive"));
      }
    }
    ObjectNode components = document.putObject("components");
    ObjectNode messages = components.putObject("messages");
    for (EventType type : EventType.values()) {
      messages.set(camelCase(type), message(type));
    }
    messages.set("deadLetter", deadLetter());
    components.putObject("schemas").set("CloudEventHeaders", cloudEventHeaders());
    return document;
  }

  private ObjectNode channel(Topic topic) {
    Parties parties = Parties.of(topic);
    ObjectNode channel = object().put("address", topic.topicName());
    channel.put("description", descriptions.of(Topic.class, topic.name()).orElse(""));
    ObjectNode messages = channel.putObject("messages");
    types(topic).forEach(type -> messages.set(camelCase(type), messageReference(camelCase(type))));
    channel.set("bindings", kafkaTopic(topic.topicName(), topic));
    channel.put("x-key", parties.key()).put("x-compacted", topic.compacted());
    channel.put("x-dead-letter-topic", topic.deadLetterName());
    parties.producers().forEach(channel.withArrayProperty("x-producers")::add);
    parties.consumers().forEach(channel.withArrayProperty("x-consumers")::add);
    return channel;
  }

  private static ObjectNode deadLetterChannel(Topic topic) {
    ObjectNode channel = object().put("address", topic.deadLetterName());
    channel.put("description", "What could not be handled of " + topic.topicName() + ".");
    channel.putObject("messages").set("deadLetter", messageReference("deadLetter"));
    channel.set("bindings", kafkaTopic(topic.deadLetterName(), topic));
    channel.putArray("x-consumers").add("admin-service");
    return channel;
  }

  private static ObjectNode kafkaTopic(String address, Topic topic) {
    ObjectNode bindings = object();
    ObjectNode kafka = bindings.putObject("kafka");
    kafka.put("topic", address).put("partitions", topic.partitions());
    if (topic.compacted() && address.equals(topic.topicName())) {
      kafka.putObject("topicConfiguration").putArray("cleanup.policy").add("compact");
    }
    kafka.put("bindingVersion", KAFKA_BINDING);
    return bindings;
  }

  private static ObjectNode operation(Topic topic, String action) {
    String channel = "#/channels/" + camelCase(topic);
    ObjectNode operation = object().put("action", action);
    operation.set("channel", reference(channel));
    types(topic)
        .forEach(
            type ->
                operation
                    .withArrayProperty("messages")
                    .add(reference(channel + "/messages/" + camelCase(type))));
    return operation;
  }

  private ObjectNode message(EventType type) {
    ProducerRecord<String, byte[]> sample = CloudEventCodec.encode(SampleEvents.of(type));
    ObjectNode message = object().put("name", type.typeName()).put("title", title(type));
    message.put("summary", descriptions.of(type.dataType()).orElse(""));
    message.put("contentType", "application/json");
    ObjectNode headers = message.putObject("headers");
    headers.putArray("allOf").add(reference("#/components/schemas/CloudEventHeaders"));
    ((ObjectNode) headers.withArrayProperty("allOf").addObject().put("type", "object"))
        .putObject("properties")
        .putObject("ce_type")
        .put("const", type.typeName());
    message.set("payload", reference("./" + EventDocuments.schemaFile(type)));
    ObjectNode kafka = message.putObject("bindings").putObject("kafka");
    kafka.putObject("key").put("type", "string").put("description", Parties.of(type.topic()).key());
    kafka.put("bindingVersion", KAFKA_BINDING);
    ObjectNode example = message.putArray("examples").addObject().put("name", "sample");
    sampleHeaders(sample).forEach(example.withObjectProperty("headers")::put);
    example.set("payload", json(sample.value()));
    return message;
  }

  private static ObjectNode deadLetter() {
    ObjectNode message = object().put("name", "deadLetter").put("title", "Dead letter");
    message.put(
        "summary",
        "A record as it was, its own headers included, and why it could not be handled. Or the body"
            + " of a webhook that was authentic but could not be read; it has no topic, partition"
            + " and offset.");
    ObjectNode headers = message.putObject("headers").put("type", "object");
    ObjectNode properties = headers.putObject("properties");
    text(properties, "parley-dead-letter-reason", "Why it could not be handled.");
    text(properties, "parley-dead-letter-consumer", "Who could not handle it.");
    text(properties, "parley-dead-letter-topic", "The topic it was on.");
    text(properties, "parley-dead-letter-partition", "The partition it was on.");
    text(properties, "parley-dead-letter-offset", "The offset it had.");
    headers.putArray("required").add("parley-dead-letter-reason");
    return message;
  }

  private static ObjectNode cloudEventHeaders() {
    ObjectNode schema = object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    text(properties, "ce_specversion", "Version of CloudEvents.").put("const", "1.0");
    text(properties, "ce_id", "Unique for the source; a repetition of the event carries the same.");
    text(properties, "ce_type", "The event type, with its version.");
    text(properties, "ce_source", "Who published it, such as `/parley/ingress`.");
    text(properties, "ce_subject", "What it is about; for most events the same as the key.");
    text(properties, "ce_time", "When it happened.").put("format", "date-time");
    text(properties, "ce_traceparent", "W3C trace context, version 00, from webhook to receipt.");
    text(properties, "content-type", "Form of the value.").put("const", "application/json");
    properties.fieldNames().forEachRemaining(schema.withArrayProperty("required")::add);
    return schema;
  }

  private static ObjectNode text(ObjectNode properties, String name, String description) {
    return properties.putObject(name).put("type", "string").put("description", description);
  }

  private static Map<String, String> sampleHeaders(ProducerRecord<String, byte[]> sample) {
    Map<String, String> headers = new TreeMap<>();
    sample
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return headers;
  }

  private static JsonNode json(byte[] value) {
    try {
      return EventJson.mapper().readTree(value);
    } catch (IOException e) {
      throw new IllegalStateException("the sample is not JSON", e);
    }
  }

  private static Stream<EventType> types(Topic topic) {
    return Arrays.stream(EventType.values()).filter(type -> type.topic() == topic);
  }

  private static ObjectNode messageReference(String name) {
    return reference("#/components/messages/" + name);
  }

  private static ObjectNode reference(String target) {
    return object().put("$ref", target);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String title(EventType constant) {
    return capital(constant.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private static String camelCase(Enum<?> constant) {
    String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    Arrays.stream(words).skip(1).map(AsyncApiDocument::capital).forEach(name::append);
    return name.toString();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
