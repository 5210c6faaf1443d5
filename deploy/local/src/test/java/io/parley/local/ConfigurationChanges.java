package io.parley.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.events.CloudEventCodec;
import io.parley.events.ConfigurationChanged;
import io.parley.events.Event;
import io.parley.events.EventData;
import io.parley.events.Topic;
import io.parley.events.configuration.Workstream;
import io.parley.local.Settings.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * An administrator who changes where conversations of the SMS workstream wait, and for how long
 * they are offered.
 */
final class ConfigurationChanges {

  private static final List<String> FIELDS =
      List.of("name", "channel", "channelInstances", "allowedPresences", "capacityUnits");

  private final SystemUnderTest system;
  private final Json admin;
  private final JsonNode workstream;

  ConfigurationChanges(SystemUnderTest system) {
    this.system = system;
    this.admin = system.organisation().administrator();
    this.workstream = smsWorkstream();
  }

  private JsonNode smsWorkstream() {
    for (JsonNode item : admin.get("/api/v1/workstreams").ok().get("items")) {
      if (item.get("channel").asText().equals("SMS")) {
        return admin.get("/api/v1/workstreams/" + item.get("id").asText()).ok();
      }
    }
    throw new IllegalStateException("no workstream serves SMS");
  }

  /** The queue that the workstream began with. */
  UUID firstQueue() {
    return UUID.fromString(workstream.get("fallbackQueueId").asText());
  }

  /** A new queue with the members of another. */
  UUID queueLike(UUID other) {
    JsonNode members = admin.get("/api/v1/queues/" + other).ok().get("members");
    UUID id = UUID.randomUUID();
    admin
        .post(
            "/api/v1/queues",
            Map.of("id", id, "name", "Second " + id, "priority", 10, "members", members))
        .ok();
    return id;
  }

  /** Conversations wait in this queue, and agents have so long to answer, from now on. */
  void change(UUID queueId, Duration offerTimeout) {
    Map<String, Object> body = new LinkedHashMap<>();
    FIELDS.stream()
        .filter(workstream::has)
        .forEach(field -> body.put(field, workstream.get(field)));
    body.put("fallbackQueueId", queueId);
    body.put("offerTimeout", offerTimeout.toString());
    admin.put("/api/v1/workstreams/" + workstream.get("id").asText(), body, "*").ok();
  }

  /** How far the last committed change has got, after having waited for it. */
  JsonNode awaited() {
    return admin.get("/api/v1/configuration/version?wait=PT20S").ok();
  }

  /** The version of the last committed change. */
  long version() {
    return admin.get("/api/v1/configuration/version").ok().get("version").asLong();
  }

  /** The version that a service has in force, as its readiness says. */
  long inForceAt(Part part) {
    JsonNode health = Json.at(system.stack().settings().url(part)).get("/q/health/ready").ok();
    for (JsonNode check : health.get("checks")) {
      if (check.get("name").asText().equals("configuration")) {
        return check.get("data").get("version").asLong();
      }
    }
    throw new IllegalStateException("readiness of " + part + " says nothing of the configuration");
  }

  /** What the workstream was, from which version on. */
  TreeMap<Long, Workstream> published() {
    TreeMap<Long, Workstream> versions = new TreeMap<>();
    for (EventData data : read(Topic.CONFIGURATION)) {
      if (data instanceof ConfigurationChanged change
          && change.data() instanceof Workstream changed
          && changed.id().toString().equals(workstream.get("id").asText())) {
        versions.put(change.version(), changed);
      }
    }
    return versions;
  }

  /** Everything on a topic until now. */
  List<EventData> read(Topic topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", system.stack().kafka().bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(info -> new TopicPartition(topic.topicName(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<EventData> found = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                record -> {
                  Event<?> event = CloudEventCodec.decode(record);
                  found.add(event.data());
                });
      }
      return found;
    }
  }
}
