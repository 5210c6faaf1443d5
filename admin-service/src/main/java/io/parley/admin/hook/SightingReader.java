package io.parley.admin.hook;

import io.parley.events.CloudEventCodec;
import io.parley.events.Topic;
import io.parley.events.UndecodableEventException;
import io.parley.events.WebhookObserved;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the compacted topic of observed webhooks from its beginning and follows it; in no consumer
 * group, because every instance needs all of it. Nobody's start waits for it.
 */
@ApplicationScoped
class SightingReader {

  private static final Logger LOG = Logger.getLogger(SightingReader.class);
  private static final TopicPartition PARTITION =
      new TopicPartition(Topic.WEBHOOKS_OBSERVED.topicName(), 0);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

  private final Sightings sightings;
  private final Map<String, Object> broker;
  private volatile boolean running = true;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

  SightingReader(
      Sightings sightings, @Identifier("default-kafka-broker") Map<String, Object> broker) {
    this.sightings = sightings;
    this.broker = broker;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().daemon().name("sighting-reader").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
    KafkaConsumer<String, byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
  }

  private void run() {
    while (running) {
      try (KafkaConsumer<String, byte[]> opened = open()) {
        consumer = opened;
        follow(opened);
      } catch (WakeupException e) {
        LOG.debug("Reader of observed webhooks stops.");
      } catch (RuntimeException | Error e) {
        LOG.warnf("Observed webhooks cannot be read now. error=%s", e);
        LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
      }
    }
  }

  private void follow(KafkaConsumer<String, byte[]> opened) {
    opened.assign(List.of(PARTITION));
    opened.seekToBeginning(List.of(PARTITION));
    long end = Objects.requireNonNull(opened.endOffsets(List.of(PARTITION)).get(PARTITION));
    while (running) {
      opened.poll(POLL).records(PARTITION).forEach(this::add);
      if (!sightings.isComplete() && opened.position(PARTITION) >= end) {
        sightings.completed();
      }
    }
  }

  private void add(ConsumerRecord<String, byte[]> record) {
    try {
      if (CloudEventCodec.decode(record).data() instanceof WebhookObserved call) {
        sightings.add(call);
      }
    } catch (UndecodableEventException e) {
      LOG.warnf("Observed webhook is left out. key=%s error=%s", record.key(), e.getMessage());
    }
  }

  private KafkaConsumer<String, byte[]> open() {
    Map<String, Object> properties = new HashMap<>(broker);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.keySet().removeIf(name -> !ConsumerConfig.configNames().contains(name));
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
