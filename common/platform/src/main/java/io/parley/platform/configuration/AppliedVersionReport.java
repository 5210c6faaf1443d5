package io.parley.platform.configuration;

import io.parley.events.CloudEventCodec;
import io.parley.events.ConfigurationApplied;
import io.parley.events.Event;
import io.parley.events.Topic;
import io.parley.events.TraceParent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells which version of the configuration this instance decides by: after each change, and as a
 * sign of life. It has a thread and a producer of its own, so that a topic that is missing or a
 * broker that is away holds up nothing but this.
 */
@ApplicationScoped
class AppliedVersionReport {

  private static final Logger LOG = Logger.getLogger(AppliedVersionReport.class);

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

  /** At most five reports a second; versions in between are not told. */
  private static final Duration LEAST_GAP = Duration.ofMillis(200);

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private record Applied(long version, Instant at) {}

  private final ConfigurationView view;
  private final Map<String, Object> broker;
  private final boolean enabled;
  private final String service;
  private final Optional<String> givenName;
  private final int port;
  private final Clock clock;
  private final RandomGenerator random;
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("applied-version").unstarted(this::run);
  private volatile boolean running = true;
  private volatile @Nullable Applied applied;

  AppliedVersionReport(
      ConfigurationView view,
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "parley.configuration.follow", defaultValue = "true") boolean enabled,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "parley.instance.name") Optional<String> givenName,
      @ConfigProperty(name = "quarkus.http.port") int port,
      Clock clock,
      RandomGenerator random) {
    this.view = view;
    this.broker = broker;
    this.enabled = enabled;
    this.service = service;
    this.givenName = givenName;
    this.port = port;
    this.clock = clock;
    this.random = random;
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      view.onChange(
          snapshot -> {
            applied = new Applied(snapshot.version(), clock.instant());
            bell.release();
          });
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    thread.interrupt();
    thread.join(PATIENCE);
  }

  private void run() {
    Instant startedAt = clock.instant();
    try {
      bell.acquire();
      String instance = givenName.orElseGet(this::place);
      try (KafkaProducer<String, byte[]> producer = open()) {
        tell(producer, instance, startedAt);
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopped before any configuration was in force.");
    } catch (KafkaException e) {
      LOG.warnf("Nobody will know which configuration this instance has. error=%s", e);
    }
  }

  private void tell(KafkaProducer<String, byte[]> producer, String instance, Instant startedAt) {
    boolean well = true;
    while (running) {
      try {
        bell.drainPermits();
        send(producer, record(instance, startedAt));
        well = true;
        TimeUnit.NANOSECONDS.sleep(LEAST_GAP.toNanos());
      } catch (ExecutionException | TimeoutException | KafkaException e) {
        if (well && running) {
          LOG.warnf("Nobody knows now which configuration this instance has. error=%s", e);
        }
        well = false;
        bell.drainPermits();
      } catch (InterruptedException e) {
        break;
      }
      if (!rung()) {
        break;
      }
    }
    sayGoodbye(producer, instance);
  }

  /** Waits for the next change or sign of life. */
  private boolean rung() {
    try {
      boolean changed = bell.tryAcquire(SIGN_OF_LIFE.toNanos(), TimeUnit.NANOSECONDS);
      LOG.tracef("Configuration is told. changed=%s", changed);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void sayGoodbye(KafkaProducer<String, byte[]> producer, String instance) {
    // The interruption has done its work, and would keep the producer from sending.
    boolean interrupted = Thread.interrupted();
    try {
      send(
          producer,
          new ProducerRecord<>(Topic.CONFIGURATION_APPLIED.topicName(), key(instance), null));
    } catch (ExecutionException | TimeoutException | KafkaException | InterruptedException e) {
      LOG.debugf(e, "The end of this instance could not be told. interrupted=%s", interrupted);
    }
    producer.close(Duration.ZERO);
  }

  private static void send(
      KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record)
      throws ExecutionException, TimeoutException, InterruptedException {
    producer.send(record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private ProducerRecord<String, byte[]> record(String instance, Instant startedAt) {
    Applied now = java.util.Objects.requireNonNull(applied);
    String key = key(instance);
    return CloudEventCodec.encode(
        new Event<>(
            key + "/" + now.version() + "/" + clock.instant(),
            "/" + service.replace('-', '/'),
            key,
            clock.instant(),
            TraceParent.begin(random),
            key,
            new ConfigurationApplied(service, instance, now.version(), now.at(), startedAt)));
  }

  private String key(String instance) {
    return service + "/" + instance;
  }

  /** The same after a restart in the same place, so that nothing is left of the one before. */
  private String place() {
    try {
      return InetAddress.getLocalHost().getHostName() + ":" + port;
    } catch (UnknownHostException e) {
      return "localhost:" + port;
    }
  }

  private KafkaProducer<String, byte[]> open() {
    Map<String, Object> properties = new HashMap<>(broker);
    properties.keySet().removeIf(name -> !ProducerConfig.configNames().contains(name));
    properties.put(ProducerConfig.ACKS_CONFIG, "1");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 1 << 20);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * (int) PATIENCE.toMillis());
    return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }
}
