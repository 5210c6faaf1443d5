package io.parley.admin.propagation;

import io.parley.events.CloudEventCodec;
import io.parley.events.ConfigurationApplied;
import io.parley.events.Topic;
import io.parley.events.UndecodableEventException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Follows what instances tell of themselves, from the beginning of the compacted topic on, in no
 * consumer group, because every instance of this service needs all of it.
 */
@ApplicationScoped
class AppliedVersionReader {

  private static final Logger LOG = Logger.getLogger(AppliedVersionReader.class);
  private static final String TOPIC = Topic.CONFIGURATION_APPLIED.topicName();
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

  private final AppliedVersions versions;
  private final Map<String, Object> broker;
  private final Clock clock;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("applied-versions").unstarted(this::run);
  private volatile boolean running = true;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

  AppliedVersionReader(
      AppliedVersions versions,
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      Clock clock) {
    this.versions = versions;
    this.broker = broker;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
    KafkaConsumer<String, byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    LockSupport.unpark(thread);
  }

  private void run() {
    while (running) {
      try (KafkaConsumer<String, byte[]> opened = open()) {
        consumer = opened;
        if (!opened.partitionsFor(TOPIC).isEmpty()) {
          follow(opened);
        }
        LOG.warnf("Nobody knows what is in force where. missingTopic=%s", TOPIC);
      } catch (WakeupException e) {
        LOG.debug("Reader of applied versions stops.");
      } catch (RuntimeException | Error e) {
        LOG.warnf("Nobody knows now what is in force where. error=%s", e);
      }
      if (running) {
        LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
      }
    }
  }

  private void follow(KafkaConsumer<String, byte[]> opened) {
    opened.assign(List.of(PARTITION));
    opened.seekToBeginning(List.of(PARTITION));
    long end = opened.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
    versions.begin();
    while (running) {
      Instant now = clock.instant();
      for (ConsumerRecord<String, byte[]> record : opened.poll(POLL)) {
        boolean live = record.offset() >= end;
        take(record, live ? clock.instant() : earlier(now, record.timestamp()));
      }
      if (opened.position(PARTITION) >= end) {
        versions.caughtUp(clock.instant());
      }
    }
  }

  /** Clocks differ; nobody was heard in the future. */
  private static Instant earlier(Instant now, long timestamp) {
    Instant told = Instant.ofEpochMilli(timestamp);
    return told.isBefore(now) ? told : now;
  }

  private void take(ConsumerRecord<String, byte[]> record, Instant heardAt) {
    byte[] value = record.value();
    if (value == null) {
      versions.ended(record.key());
      return;
    }
    try {
      if (CloudEventCodec.decode(record).data() instanceof ConfigurationApplied applied) {
        versions.heard(record.key(), applied, heardAt);
      }
    } catch (UndecodableEventException e) {
      LOG.warnf("An instance is not understood. key=%s error=%s", record.key(), e.getMessage());
    }
  }

  private KafkaConsumer<String, byte[]> open() {
    Map<String, Object> properties = new HashMap<>(broker);
    properties.keySet().removeIf(name -> !ConsumerConfig.configNames().contains(name));
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
