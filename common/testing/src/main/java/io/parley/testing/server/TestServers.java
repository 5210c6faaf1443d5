package io.parley.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.testcontainers.DockerClientFactory;

/**
 * Chooses where the servers of tests run: in containers where a Docker engine answers, embedded
 * otherwise. The environment variable {@code PARLEY_TEST_SERVERS} with {@code docker} or {@code
 * embedded} forces either.
 */
public enum TestServers {
  EMBEDDED {
    @Override
    public KafkaServer kafka() {
      try {
        return new EmbeddedKafka(
            Files.createTempDirectory("parley-kafka"), FreePort.find(), FreePort.find());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public PostgresServer postgres() {
      return EmbeddedPostgresServer.temporary();
    }
  },
  DOCKER {
    @Override
    public KafkaServer kafka() {
      return new ContainerKafka();
    }

    @Override
    public PostgresServer postgres() {
      return new ContainerPostgres();
    }
  };

  private static final String VARIABLE = "PARLEY_TEST_SERVERS";

  /** A broker that is not started yet. */
  public abstract KafkaServer kafka();

  /** A running server. */
  public abstract PostgresServer postgres();

  /** The kind for this run. */
  public static TestServers choose() {
    String forced = System.getenv(VARIABLE);
    if (forced != null && !forced.isBlank()) {
      try {
        return valueOf(forced.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(
            VARIABLE + " must be 'docker' or 'embedded', not " + forced, e);
      }
    }
    // Testcontainers reports at length what it tried before it says no.
    Logger.getLogger("org.testcontainers").setLevel(Level.OFF);
    return DockerClientFactory.instance().isDockerAvailable() ? DOCKER : EMBEDDED;
  }
}
