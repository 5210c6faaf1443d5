package io.parley.platform.configuration;

import io.parley.events.ConfigurationApplied;
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
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells which version of the configuration this instance decides by: after each change, and as a
 * sign of life. It has a thread of its own, so that it holds up nothing.
 */
@ApplicationScoped
class AppliedVersionReport {

  private static final Logger LOG = Logger.getLogger(AppliedVersionReport.class);
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

  /** At most five times a second; versions in between are not told. */
  private static final Duration LEAST_GAP = Duration.ofMillis(200);

  private static final Duration PATIENCE = Duration.ofSeconds(3);

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
            applied = new Applied(snapshot.version(), now());
            bell.release();
          });
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.interrupt();
    if (enabled && !thread.join(PATIENCE)) {
      LOG.debug("The end of this instance is not told in time.");
    }
  }

  private void run() {
    Instant startedAt = now();
    try {
      bell.acquire();
      String instance = givenName.orElseGet(this::place);
      try (AppliedVersionTopic topic = new AppliedVersionTopic(broker, random)) {
        tell(topic, instance, startedAt);
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopped.");
    } catch (RuntimeException | Error e) {
      LOG.errorf(e, "Nobody is told any more which configuration this instance has.");
    }
  }

  private void tell(AppliedVersionTopic topic, String instance, Instant startedAt)
      throws InterruptedException {
    ConfigurationApplied last = applied(instance, startedAt);
    try {
      while (true) {
        last = applied(instance, startedAt);
        topic.tell(last, now());
        TimeUnit.NANOSECONDS.sleep(LEAST_GAP.toNanos());
        if (bell.tryAcquire(SIGN_OF_LIFE.toNanos(), TimeUnit.NANOSECONDS)) {
          bell.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      topic.tellEnd(last);
    }
  }

  private ConfigurationApplied applied(String instance, Instant startedAt) {
    Applied present = Objects.requireNonNull(applied);
    return new ConfigurationApplied(service, instance, present.version(), present.at(), startedAt);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The same after a restart in the same place, so that nothing is left of the one before. */
  private String place() {
    try {
      return InetAddress.getLocalHost().getHostName() + ":" + port;
    } catch (UnknownHostException e) {
      return "localhost:" + port;
    }
  }
}
