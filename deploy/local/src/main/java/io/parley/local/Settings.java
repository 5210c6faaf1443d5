package io.parley.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the local stack runs. Everything has a default; environment variables change it.
 *
 * @param project the checkout, whose {@code target} folders hold what was built
 * @param home data, secrets and logs, kept over restarts
 * @param ports by part
 * @param kafka bootstrap servers of an existing Kafka, instead of an embedded one
 * @param postgres an existing PostgreSQL, {@code postgresql://user:password@host:port/database},
 *     instead of an embedded one; the user must be allowed to create roles and schemas
 */
public record Settings(
    Path project,
    Path home,
    Map<Part, Integer> ports,
    Optional<String> kafka,
    Optional<URI> postgres) {

  /** What listens on a port. */
  public enum Part {
    INGRESS("ingress-service", "PARLEY_INGRESS_PORT", 8080),
    ROUTING("routing-service", "PARLEY_ROUTING_PORT", 8081),
    OUTBOUND("outbound-service", "PARLEY_OUTBOUND_PORT", 8082),
    ADMIN("admin-service", "PARLEY_ADMIN_PORT", 8083),
    SIMULATOR("simulator", "PARLEY_SIMULATOR_PORT", 8090),
    POSTGRES("PostgreSQL", "PARLEY_POSTGRES_PORT", 15432),
    KAFKA("Kafka", "PARLEY_KAFKA_PORT", 19092),
    KAFKA_CONTROLLER("Kafka's controller", "PARLEY_KAFKA_CONTROLLER_PORT", 19093);

    private final String label;
    private final String variable;
    private final int defaultPort;

    Part(String label, String variable, int defaultPort) {
      this.label = label;
      this.variable = variable;
      this.defaultPort = defaultPort;
    }

    /** Its name for people. */
    public String label() {
      return label;
    }

    /** The environment variable that moves it to another port. */
    public String variable() {
      return variable;
    }
  }

  public Settings {
    ports = Map.copyOf(ports);
  }

  /** The port of a part. */
  public int port(Part part) {
    Integer port = ports.get(part);
    return port == null ? part.defaultPort : port;
  }

  /** The base URL of a part that speaks HTTP. */
  public String url(Part part) {
    return "http://localhost:" + port(part);
  }

  /**
   * The settings that the environment gives.
   *
   * @throws IllegalArgumentException if a variable has a value that cannot be; the message names it
   */
  public static Settings of(Map<String, String> environment, Path project) {
    Map<Part, Integer> ports = new java.util.EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      value(environment, part.variable).ifPresent(text -> ports.put(part, port(part, text)));
    }
    return new Settings(
        project,
        value(environment, "PARLEY_HOME").map(Path::of).orElse(project.resolve(".parley")),
        ports,
        value(environment, "PARLEY_KAFKA"),
        value(environment, "PARLEY_POSTGRES").map(Settings::postgres));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static Integer port(Part part, String text) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below, with the name of the variable.
    }
    throw new IllegalArgumentException(
        part.variable + " must be a port from 1 to 65535, not " + text);
  }

  private static URI postgres(String text) {
    URI uri = URI.create(text);
    @Nullable String user = uri.getUserInfo();
    if (!"postgresql".equals(uri.getScheme()) || user == null || !user.contains(":")) {
      throw new IllegalArgumentException(
          "PARLEY_POSTGRES must be postgresql://user:password@host:port/database");
    }
    return uri;
  }
}
