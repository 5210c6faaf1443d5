package io.parley.platform.configuration;

import io.parley.events.CloudEventCodec;
import io.parley.events.ConfigurationApplied;
import io.parley.events.Event;
import io.parley.events.Topic;
import io.parley.events.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * Where instances tell what they have applied. It has a producer of its own, because one that waits
 * for a missing topic lets nothing else through. Not thread-safe.
 */
final class AppliedVersionTopic implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(AppliedVersionTopic.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int BUFFER = 1 << 20;

  private final KafkaProducer<String, byte[]> producer;
  private final RandomGenerator random;
  private boolean well = true;

  AppliedVersionTopic(Map<String, Object> broker, RandomGenerator random) {
    Map<String, Object> properties = new HashMap<>(broker);
    properties.keySet().removeIf(name -> !ProducerConfig.configNames().contains(name));
    properties.put(ProducerConfig.ACKS_CONFIG, "1");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    this.producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    this.random = random;
  }

  /** Tells it, or does not when the topic cannot be reached; the next one will say the same. */
  void tell(ConfigurationApplied applied, Instant now) throws InterruptedException {
    String key = key(applied);
    send(
        CloudEventCodec.encode(
            new Event<>(
                key + "/" + now,
                "/" + applied.service().replace('-', '/'),
                key,
                now,
                TraceParent.begin(random),
                key,
                applied)));
  }

  /** Tells that an instance has stopped. */
  void tellEnd(ConfigurationApplied last) throws InterruptedException {
    send(new ProducerRecord<>(Topic.CONFIGURATION_APPLIED.topicName(), key(last), null));
  }

  private static String key(ConfigurationApplied applied) {
    return applied.service() + "/" + applied.instance();
  }

  private void send(ProducerRecord<String, byte[]> record) throws InterruptedException {
    try {
      producer.send(record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      well = true;
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      if (well) {
        LOG.warnf("Nobody is told now which configuration this instance has. error=%s", e);
      }
      well = false;
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
