package io.parley.platform.configuration;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.events.Topic;
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
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the compacted topic from its beginning and then follows it. It belongs to no consumer
 * group, because every instance needs all of it; the plain client serves that better than a channel
 * does.
 */
@ApplicationScoped
class ConfigurationReader {

  private static final Logger LOG = Logger.getLogger(ConfigurationReader.class);
  private static final TopicPartition PARTITION =
      new TopicPartition(Topic.CONFIGURATION.topicName(), 0);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final ConfigurationView view;
  private final Map<String, Object> broker;
  private final boolean enabled;
  private volatile boolean running = true;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

  ConfigurationReader(
      ConfigurationView view,
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "parley.configuration.follow", defaultValue = "true") boolean enabled,
      MeterRegistry meters) {
    this.view = view;
    this.broker = broker;
    this.enabled = enabled;
    meters.gauge("parley.configuration.version", view, v -> v.current().version());
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      Thread.ofPlatform().daemon().name("configuration-reader").start(this::run);
    }
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
        LOG.debug("Configuration reader stops.");
      } catch (RuntimeException | Error e) {
        LOG.warnf("Configuration cannot be read now. error=%s", e.toString());
        java.util.concurrent.locks.LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
      }
    }
  }

  /**
   * Builds the configuration from nothing and puts it in force only when the end of the topic is
   * reached, so that nothing that was deleted comes back for a moment.
   */
  private void follow(KafkaConsumer<String, byte[]> opened) {
    opened.assign(List.of(PARTITION));
    opened.seekToBeginning(List.of(PARTITION));
    long end = end(opened);
    ChangeSets sets = new ChangeSets();
    @Nullable ConfigurationSnapshot inForce = null;
    while (running) {
      List<ChangeRecord> records =
          opened.poll(POLL).records(PARTITION).stream().map(ConfigurationReader::read).toList();
      long position = opened.position(PARTITION);
      sets.read(records, position, () -> end(opened));
      @Nullable ConfigurationSnapshot whole = sets.whole().orElse(null);
      if (position >= end && whole != null && whole != inForce) {
        inForce = whole;
        view.replace(whole);
        LOG.infof(
            "Configuration in force. version=%d objects=%d",
            whole.version(), whole.objects().size());
      }
    }
  }

  private static ChangeRecord read(ConsumerRecord<String, byte[]> record) {
    ChangeRecord read = ChangeRecord.of(record);
    if (read.change().isEmpty()) {
      LOG.errorf("Configuration record is left out. key=%s offset=%d", record.key(), read.offset());
    }
    return read;
  }

  private static long end(KafkaConsumer<String, byte[]> opened) {
    return Objects.requireNonNull(opened.endOffsets(List.of(PARTITION)).get(PARTITION));
  }

  private KafkaConsumer<String, byte[]> open() {
    Map<String, Object> properties = new HashMap<>(broker);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // A topic that was made anew is read anew: going on at its end would keep what is gone.
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.keySet().removeIf(name -> !ConsumerConfig.configNames().contains(name));
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
