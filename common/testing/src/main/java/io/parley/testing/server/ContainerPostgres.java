package io.parley.testing.server;

import java.util.UUID;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL in a container. */
final class ContainerPostgres implements PostgresServer {

  private static final DockerImageName IMAGE = DockerImageName.parse("postgres:18");
  private static final int PORT = 5432;

  private final String password = UUID.randomUUID().toString();
  private final GenericContainer<?> container =
      new GenericContainer<>(IMAGE)
          .withEnv("POSTGRES_PASSWORD", password)
          .withEnv("POSTGRES_DB", "parley")
          .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300")
          .withExposedPorts(PORT)
          // The image starts the server twice; the second start is the one to wait for.
          .waitingFor(
              Wait.forLogMessage(".*database system is ready to accept connections.*\\s", 2));

  ContainerPostgres() {
    container.start();
  }

  @Override
  public String address() {
    return container.getHost() + ":" + container.getMappedPort(PORT);
  }

  @Override
  public String superuser() {
    return "postgres";
  }

  @Override
  public String password() {
    return password;
  }

  @Override
  public String database() {
    return "parley";
  }

  @Override
  public void close() {
    container.stop();
  }
}
