package io.parley.benchmark;

import io.parley.events.Topic;
import io.parley.local.Credentials;
import io.parley.local.Memory;
import io.parley.local.Organisation;
import io.parley.local.Progress;
import io.parley.local.Settings;
import io.parley.local.Settings.Part;
import io.parley.local.Stack;
import io.parley.testing.server.EmbeddedKafka;
import io.parley.testing.server.EmbeddedPostgresServer;
import io.parley.testing.server.FreePort;
import io.parley.testing.server.KafkaServer;
import io.parley.testing.server.PostgresServer;
import io.parley.testing.twilio.SignedWebhook;
import io.parley.testing.twilio.TwilioWebhooks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Measures a warm ingress with {@code acks=all}, the start of each service and the memory of the
 * whole stack, and in the same run what this machine's Kafka and disk can do without Parley.
 * Machines are noisy: read the ratios.
 */
public final class Benchmark {

  private static final int CALLERS = 32;
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration MEASURED = Duration.ofSeconds(20);
  private static final int RECORD_BYTES = 700;

  private Benchmark() {}

  /** Runs everything and prints the figures. */
  public static void main(String[] args) throws IOException {
    Path home = Files.createTempDirectory("parley-benchmark");
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      ports.put(part, FreePort.find());
    }
    Settings settings =
        new Settings(Path.of("").toAbsolutePath(), home, ports, Optional.empty(), Optional.empty());
    try (PostgresServer postgres =
            EmbeddedPostgresServer.durable(home.resolve("postgres"), settings.port(Part.POSTGRES));
        KafkaServer kafka =
            new EmbeddedKafka(
                home.resolve("kafka"),
                settings.port(Part.KAFKA),
                settings.port(Part.KAFKA_CONTROLLER))) {
      kafka.start();
      try (Stack stack = new Stack(settings, Credentials.in(home), postgres, kafka)) {
        System.out.println("Start of each part, one after the other:");
        stack.start(new Progress(System.out, false));
        Organisation organisation = new Organisation(stack, 1);
        organisation.setUp();
        measure(stack, organisation);
      }
    }
  }

  private static void measure(Stack stack, Organisation organisation) {
    System.out.printf("%nFloor of this machine (%d callers at a time):%n", CALLERS);
    Sample commits = commits(stack.postgres());
    System.out.println(commits.line("PostgreSQL: one row committed, fsync on, one caller"));
    Sample produced = produced(stack.kafka().bootstrapServers());
    System.out.println(produced.line("Kafka: one record of 700 bytes with acks=all"));

    Sample roundTrip = Propagation.floor(stack.kafka().bootstrapServers());
    System.out.println(roundTrip.span("Kafka: one record written with acks=all and read"));

    System.out.printf("%nChange of the configuration, one after the other:%n");
    Sample changes = new Propagation(organisation.administrator()).changes();
    System.out.println(changes.span("from commit until routing decides by it"));

    System.out.printf(
        "%nParley (%d callers at a time, after %d s of warm-up):%n", CALLERS, WARM_UP.toSeconds());
    WebhookLoad load = WebhookLoad.on(stack, organisation);
    Load.run(CALLERS, WARM_UP, load);
    Sample ingress = Load.run(CALLERS, MEASURED, load);
    System.out.println(ingress.line("ingress: signed webhook, acks=all before 200"));
    System.out.printf(
        Locale.ROOT,
        "  ingress / Kafka floor: %.2f of the rate%n",
        ingress.perSecond() / produced.perSecond());
    System.out.printf(
        Locale.ROOT,
        "%n  resident memory of the whole stack with this driver: %.2f GiB%n",
        Memory.of(stack.postgres()) / 1024.0 / 1024 / 1024);
  }

  private static Sample commits(PostgresServer postgres) {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.superuser(), postgres.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists floor (n bigint)");
      Sample sample = Load.run(1, Duration.ofSeconds(5), (caller, n) -> insert(statement, n));
      statement.execute("drop table floor");
      return sample;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean insert(Statement statement, int n) {
    try {
      return statement.executeUpdate("insert into floor values (" + n + ")") == 1;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** On a topic that nobody reads. */
  private static Sample produced(String bootstrapServers) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      String topic = Topic.AGENTS.deadLetterName();
      byte[] value = new byte[RECORD_BYTES];
      Load.Call call =
          (caller, n) -> {
            try {
              producer.send(new ProducerRecord<>(topic, "caller" + caller, value)).get();
              return true;
            } catch (ExecutionException e) {
              return false;
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
              return false;
            }
          };
      Load.run(CALLERS, Duration.ofSeconds(5), call);
      return Load.run(CALLERS, Duration.ofSeconds(10), call);
    }
  }

  /** Customers who write, each one message after the other. */
  private record WebhookLoad(HttpClient http, TwilioWebhooks twilio, String url)
      implements Load.Call {

    static WebhookLoad on(Stack stack, Organisation organisation) {
      String url = "";
      for (var account : organisation.administrator().get("/api/v1/accounts").ok().get("items")) {
        if (account.get("channel").asText().equals("SMS")) {
          url = Organisation.inboundUrl(account);
        }
      }
      return new WebhookLoad(
          HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
          new TwilioWebhooks(
              organisation.accountSid("SMS"), stack.credentials().hex("twilio.token.sms")),
          url);
    }

    @Override
    public boolean make(int caller, int number) {
      SignedWebhook webhook =
          twilio.message(
              url,
              "+1425%07d".formatted(2_000_000 + caller),
              Organisation.SMS_NUMBER,
              "Message " + number + " of a customer who has a question about an order.",
              "SM%08x%012x%012x".formatted(caller, number, System.nanoTime() & 0xffffffffffffL));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(webhook.url()))
              .POST(HttpRequest.BodyPublishers.ofString(webhook.body()));
      webhook.headers().forEach(request::header);
      try {
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode()
            == 200;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
