package io.parley.local;

import io.parley.channels.ChannelProvider;
import io.parley.channels.ChannelProviders;
import io.parley.local.Settings.Part;
import io.parley.testing.server.FreePort;
import io.parley.testing.server.KafkaServer;
import io.parley.testing.server.PostgresServer;
import io.parley.testing.server.ServiceSchema;
import io.parley.testing.server.Topics;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All parts of Parley as processes on this machine, started and stopped in order. */
public final class Stack implements AutoCloseable {

  /** Who administers the demo organisation. */
  public static final String ADMINISTRATOR = "admin@demo.parley.example";

  private static final List<Part> SERVICES =
      List.of(Part.ADMIN, Part.ROUTING, Part.OUTBOUND, Part.INGRESS);

  private final Settings settings;
  private final Credentials credentials;
  private final PostgresServer postgres;
  private final KafkaServer kafka;
  private final Launch launch;
  private final Map<Part, ChildProcess> processes = new LinkedHashMap<>();
  private final List<ChildProcess> added = new ArrayList<>();

  /**
   * A stack on servers that run already; its own processes are not started yet.
   *
   * @param postgres where the services' schemas are created
   * @param kafka where the topics are created
   */
  public Stack(
      Settings settings, Credentials credentials, PostgresServer postgres, KafkaServer kafka) {
    this(settings, credentials, postgres, kafka, Map.of());
  }

  /**
   * The same with more configuration.
   *
   * @param more properties of every service
   */
  public Stack(
      Settings settings,
      Credentials credentials,
      PostgresServer postgres,
      KafkaServer kafka,
      Map<String, String> more) {
    this.settings = settings;
    this.credentials = credentials;
    this.postgres = postgres;
    this.kafka = kafka;
    this.launch =
        new Launch(
            settings, credentials, postgres.url(), kafka.bootstrapServers(), Map.copyOf(more));
    processes.put(Part.SIMULATOR, launch.simulator());
    SERVICES.forEach(
        part -> processes.put(part, launch.service(part, part.label(), settings.port(part))));
  }

  /**
   * Starts every process, one after the other, and returns when all are ready.
   *
   * @throws IllegalStateException if one does not start; the message says which and why
   */
  public void start(Progress progress) {
    processes.forEach(
        (part, process) -> {
          process.endLeftover();
          requireFree(part, settings.port(part));
        });
    SERVICES.forEach(part -> schema(credentials, part).create(postgres));
    Topics.createAll(kafka.bootstrapServers());
    processes.forEach(
        (part, process) ->
            progress.part(
                part.label(),
                () -> {
                  process.start();
                  return settings.url(part);
                }));
  }

  /** Where everything runs. */
  public Settings settings() {
    return settings;
  }

  /** Passwords and keys. */
  public Credentials credentials() {
    return credentials;
  }

  /** The broker. */
  public KafkaServer kafka() {
    return kafka;
  }

  /** The database server. */
  public PostgresServer postgres() {
    return postgres;
  }

  /** The process of a part. */
  public ChildProcess process(Part part) {
    ChildProcess process = processes.get(part);
    if (process == null) {
      throw new IllegalArgumentException(part + " is not a process of the stack");
    }
    return process;
  }

  /** Every process of the stack. */
  public List<ChildProcess> processes() {
    List<ChildProcess> all = new ArrayList<>(processes.values());
    all.addAll(added);
    return all;
  }

  /** Starts one more instance of a service on a port of its own. */
  public ChildProcess addInstance(Part part, int port) {
    return addInstance(part, port, Map.of());
  }

  /** The same with configuration that the other instances do not have. */
  public ChildProcess addInstance(Part part, int port, Map<String, String> properties) {
    ChildProcess process = launch.with(properties).service(part, part.label() + "-" + port, port);
    process.start();
    added.add(process);
    return process;
  }

  /** Stops the processes, those first that take work in. The servers below stay. */
  @Override
  public void close() {
    List<ChildProcess> all = processes();
    java.util.Collections.reverse(all);
    all.forEach(ChildProcess::stop);
  }

  /**
   * The schema and role of a service. Admin's belongs to a role of its own, so that the service
   * cannot change its audit.
   */
  static ServiceSchema schema(Credentials credentials, Part part) {
    String schema = part.label().replace("-service", "");
    return new ServiceSchema(
        schema,
        credentials.password("database." + schema),
        part == Part.ADMIN
            ? Optional.of(credentials.password("database." + schema + ".owner"))
            : Optional.empty());
  }

  /**
   * Refuses a port that somebody else listens on.
   *
   * @throws IllegalStateException with one line that says what to do
   */
  static void requireFree(Part part, int port) {
    if (!FreePort.isFree(port)) {
      throw new IllegalStateException(
          "Port %d for %s is taken. Free it, or choose another: %s=%d make run"
              .formatted(port, part.label(), part.variable(), FreePort.find()));
    }
  }

  /** How the processes of a stack are called. */
  private record Launch(
      Settings settings,
      Credentials credentials,
      String databaseUrl,
      String bootstrapServers,
      Map<String, String> more) {

    /** Heap of one service; the whole stack has to stay under 3 GiB. */
    private static final String HEAP = "-Xmx192m";

    Launch with(Map<String, String> properties) {
      Map<String, String> all = new LinkedHashMap<>(more);
      all.putAll(properties);
      return new Launch(settings, credentials, databaseUrl, bootstrapServers, all);
    }

    ChildProcess simulator() {
      return new ChildProcess(
          Part.SIMULATOR.label(),
          List.of(
              java(),
              "-Xmx96m",
              "-XX:+UseSerialGC",
              "-jar",
              settings.project().resolve("deploy/simulator/target/parley-simulator.jar").toString(),
              "--port",
              Integer.toString(settings.port(Part.SIMULATOR))),
          Map.of(),
          URI.create(settings.url(Part.SIMULATOR) + "/control"),
          settings.home());
    }

    ChildProcess service(Part part, String name, int port) {
      List<String> command = new ArrayList<>(List.of(java(), HEAP, "-XX:+UseSerialGC"));
      properties(part, port).forEach((key, value) -> command.add("-D" + key + "=" + value));
      command.add("-jar");
      command.add(
          settings
              .project()
              .resolve(part.label() + "/target/quarkus-app/quarkus-run.jar")
              .toString());
      return new ChildProcess(
          name,
          command,
          environment(part),
          URI.create("http://localhost:" + port + "/q/health/ready"),
          settings.home());
    }

    private Map<String, String> properties(Part part, int port) {
      Map<String, String> properties = new LinkedHashMap<>();
      properties.put("quarkus.http.port", Integer.toString(port));
      properties.put("quarkus.http.host", "localhost");
      properties.put("kafka.bootstrap.servers", bootstrapServers);
      properties.put("parley.database.url", databaseUrl);
      properties.put("quarkus.datasource.reactive.max-size", "8");
      properties.put("parley.secrets.keyset-file", credentials.keysetFile().toString());
      properties.put("parley.secrets.directory", credentials.secretsFolder().toString());
      properties.put("parley.webhooks.public-url", settings.url(Part.INGRESS));
      properties.put(
          "mp.jwt.verify.publickey.location", settings.url(Part.ADMIN) + "/.well-known/jwks.json");
      properties.put("parley.files.folder", settings.home().resolve("files").toString());
      if (part == Part.OUTBOUND) {
        // Attachments come from the simulator, which is neither public nor reached by https.
        properties.put("parley.files.fetch.allowed-hosts", "localhost");
        properties.put("parley.files.fetch.plain-http", "true");
      }
      for (ChannelProvider provider : ChannelProviders.installed().all()) {
        properties.put(
            "parley.providers." + provider.name() + ".base-url", settings.url(Part.SIMULATOR));
      }
      properties.putAll(more);
      return properties;
    }

    /** Passwords go through the environment: a command line is for everybody to see. */
    private Map<String, String> environment(Part part) {
      ServiceSchema schema = schema(credentials, part);
      Map<String, String> environment = new LinkedHashMap<>();
      environment.put("QUARKUS_DATASOURCE_USERNAME", schema.role());
      environment.put("QUARKUS_DATASOURCE_PASSWORD", schema.password());
      schema
          .ownerPassword()
          .ifPresent(
              password -> {
                environment.put("QUARKUS_FLYWAY_USERNAME", schema.owner());
                environment.put("QUARKUS_FLYWAY_PASSWORD", password);
              });
      if (part == Part.ADMIN) {
        environment.put("PARLEY_ADMIN_BOOTSTRAP_EMAIL", ADMINISTRATOR);
        environment.put("PARLEY_ADMIN_BOOTSTRAP_PASSWORD", credentials.password("administrator"));
      }
      return environment;
    }

    private static String java() {
      return java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
  }
}
