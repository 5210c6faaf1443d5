package io.parley.local;

import io.parley.local.Settings.Part;
import io.parley.testing.server.EmbeddedKafka;
import io.parley.testing.server.EmbeddedPostgresServer;
import io.parley.testing.server.KafkaServer;
import io.parley.testing.server.PostgresServer;
import java.net.URI;
import java.nio.file.Path;

/**
 * PostgreSQL and Kafka for {@code make run}: embedded, with data that outlive it, or those that
 * variables point at.
 */
final class LocalServers {

  private LocalServers() {}

  static PostgresServer postgres(Settings settings) {
    if (settings.postgres().isPresent()) {
      return new ExistingPostgres(settings.postgres().get());
    }
    Path data = settings.home().resolve("postgres");
    EmbeddedPostgresServer.endLeftover(data);
    Stack.requireFree(Part.POSTGRES, settings.port(Part.POSTGRES));
    return EmbeddedPostgresServer.durable(data, settings.port(Part.POSTGRES));
  }

  static KafkaServer kafka(Settings settings) {
    if (settings.kafka().isPresent()) {
      return new ExistingKafka(settings.kafka().get());
    }
    Stack.requireFree(Part.KAFKA, settings.port(Part.KAFKA));
    Stack.requireFree(Part.KAFKA_CONTROLLER, settings.port(Part.KAFKA_CONTROLLER));
    return new EmbeddedKafka(
        settings.home().resolve("kafka"),
        settings.port(Part.KAFKA),
        settings.port(Part.KAFKA_CONTROLLER));
  }

  /** A broker that somebody else runs. It is neither started nor stopped here. */
  private record ExistingKafka(String bootstrapServers) implements KafkaServer {

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public void close() {}
  }

  /** A server that somebody else runs. */
  private record ExistingPostgres(URI uri) implements PostgresServer {

    @Override
    public String address() {
      return uri.getHost() + ":" + (uri.getPort() < 0 ? 5432 : uri.getPort());
    }

    @Override
    public String superuser() {
      return uri.getUserInfo().split(":", 2)[0];
    }

    @Override
    public String password() {
      return uri.getUserInfo().split(":", 2)[1];
    }

    @Override
    public String database() {
      return uri.getPath().substring(1);
    }

    @Override
    public void close() {}
  }
}
