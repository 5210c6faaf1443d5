package io.parley.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.events.Topic;
import io.parley.local.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** How long a change of the configuration takes from its commit until routing decides by it. */
final class Propagation {

  private static final int CHANGES = 200;
  private static final int WARM_UP = 20;

  private final Json administrator;

  Propagation(Json administrator) {
    this.administrator = administrator;
  }

  /**
   * Both times are of one machine: PostgreSQL's at the commit, routing's when it has applied it.
   */
  Sample changes() {
    UUID queue = UUID.randomUUID();
    administrator
        .post("/api/v1/queues", Map.of("id", queue, "name", "Benchmark " + queue, "priority", 0))
        .ok();
    long[] nanos = new long[CHANGES];
    long begun = System.nanoTime();
    long failed = 0;
    for (int i = -WARM_UP; i < CHANGES; i++) {
      administrator.put("/api/v1/queues/" + queue, queue(queue, i + WARM_UP + 1), "*").ok();
      JsonNode version = administrator.get("/api/v1/configuration/version?wait=PT10S").ok();
      if (!version.get("inForceEverywhere").asBoolean()) {
        failed++;
      }
      if (i >= 0) {
        nanos[i] = fromCommit(version).toNanos();
      }
    }
    administrator.delete("/api/v1/queues/" + queue);
    return Sample.of(nanos, Duration.ofNanos(System.nanoTime() - begun), failed);
  }

  private static Map<String, Object> queue(UUID id, int priority) {
    return Map.of("name", "Benchmark " + id, "priority", priority, "members", List.of());
  }

  private static Duration fromCommit(JsonNode version) {
    for (JsonNode instance : version.get("instances")) {
      if (instance.get("service").asText().equals("parley-routing")) {
        return Duration.between(
            Instant.parse(version.get("committedAt").asText()),
            Instant.parse(instance.get("appliedAt").asText()));
      }
    }
    throw new IllegalStateException("routing has not told what it has applied");
  }

  /** What Kafka itself takes: one record written, and read by somebody who waits for it. */
  static Sample floor(String bootstrapServers) {
    TopicPartition partition = new TopicPartition(Topic.CONFIGURATION.deadLetterName(), 0);
    try (KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrapServers,
                    ProducerConfig.ACKS_CONFIG,
                    "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToEnd(List.of(partition));
      long next = consumer.position(partition);
      long[] nanos = new long[CHANGES];
      long begun = System.nanoTime();
      for (int i = -WARM_UP; i < CHANGES; i++) {
        long from = System.nanoTime();
        producer.send(new ProducerRecord<>(partition.topic(), 0, "floor", new byte[700])).get();
        next++;
        while (consumer.position(partition) < next) {
          consumer.poll(Duration.ofMillis(500));
        }
        if (i >= 0) {
          nanos[i] = System.nanoTime() - from;
        }
      }
      return Sample.of(nanos, Duration.ofNanos(System.nanoTime() - begun), 0);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
