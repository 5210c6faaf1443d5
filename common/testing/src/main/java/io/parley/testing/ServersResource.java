package io.parley.testing;

import io.parley.channels.secrets.SecretCipher;
import io.parley.testing.server.KafkaServer;
import io.parley.testing.server.PostgresServer;
import io.parley.testing.server.ServiceSchema;
import io.parley.testing.server.TestServers;
import io.parley.testing.server.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} real PostgreSQL and Kafka, a schema with its own role, all topics, a
 * keyset and a key set for tokens. Use it with the same argument {@code schema} on every test of a
 * module, because each different resource restarts the application. With the argument {@code
 * owner=separate} the schema belongs to a role of its own, which migrates it.
 */
public final class ServersResource implements QuarkusTestResourceLifecycleManager {

  private static final String PASSWORD = "test-only";
  private static final String OWNER_PASSWORD = "test-only-owner";

  private String schema = "test";
  private boolean separateOwner;
  private @Nullable KafkaServer kafka;
  private @Nullable PostgresServer postgres;

  @Override
  public void init(Map<String, String> arguments) {
    schema = Objects.requireNonNull(arguments.get("schema"), "argument schema");
    separateOwner = "separate".equals(arguments.get("owner"));
  }

  @Override
  public Map<String, String> start() {
    TestServers kind = TestServers.choose();
    KafkaServer broker = kind.kafka();
    PostgresServer database = kind.postgres();
    kafka = broker;
    postgres = database;
    broker.start();
    Topics.createAll(broker.bootstrapServers());
    ServiceSchema owned =
        new ServiceSchema(
            schema, PASSWORD, separateOwner ? Optional.of(OWNER_PASSWORD) : Optional.empty());
    owned.create(database);

    TestEnvironment.KAFKA.set(broker.bootstrapServers());
    TestEnvironment.KAFKA_START.set(broker::start);
    TestEnvironment.KAFKA_STOP.set(broker::stop);
    TestEnvironment.JDBC_URL.set(database.jdbcUrl());
    TestEnvironment.JDBC_USER.set(owned.role());
    TestEnvironment.JDBC_PASSWORD.set(owned.password());
    TestEnvironment.JDBC_OWNER.set(owned.owner());
    TestEnvironment.JDBC_OWNER_PASSWORD.set(owned.ownerPassword().orElse(owned.password()));

    Map<String, String> configuration = new HashMap<>();
    configuration.put("kafka.bootstrap.servers", broker.bootstrapServers());
    configuration.put("parley.database.url", database.url());
    configuration.put("quarkus.datasource.username", owned.role());
    configuration.put("quarkus.datasource.password", owned.password());
    owned
        .ownerPassword()
        .ifPresent(
            password -> {
              configuration.put("quarkus.flyway.username", owned.owner());
              configuration.put("quarkus.flyway.password", password);
            });
    configuration.put("quarkus.http.test-port", "0");
    configuration.put("parley.secrets.keyset-file", keysetFile().toString());
    configuration.put("parley.secrets.poll", "PT1S");
    configuration.put("parley.secrets.directory", secretsFolder().toString());
    configuration.put(
        "mp.jwt.verify.publickey.location", TestTokens.keySetFile().toUri().toString());
    return configuration;
  }

  private static Path secretsFolder() {
    try {
      Path folder = Files.createTempDirectory("parley-secrets");
      folder.toFile().deleteOnExit();
      TestEnvironment.SECRETS_FOLDER.set(folder.toString());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path keysetFile() {
    try {
      Path file = Files.createTempFile("parley-keyset", ".json");
      Files.writeString(file, SecretCipher.newKeyset());
      file.toFile().deleteOnExit();
      TestEnvironment.KEYSET_FILE.set(file.toString());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }
}
