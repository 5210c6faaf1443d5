package io.parley.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.local.Settings.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Secrets are planted wherever there can be any, used and misplaced, and then looked for in
 * whatever leaves a process. A new place for secrets belongs into {@link PlantedSecrets}, a new way
 * out into {@link #waysOut}.
 */
@ExtendWith(RunningStack.class)
class SecretsStayInTest {

  private static final List<Part> SERVICES =
      List.of(Part.ADMIN, Part.ROUTING, Part.OUTBOUND, Part.INGRESS);

  @Test
  void plantedSecretsAreNowhereInClear(SystemUnderTest system) throws IOException {
    // Given
    journey(system, 1);
    PlantedSecrets planted = PlantedSecrets.plant(system);
    String misplaced = "planted-misplaced-" + UUID.randomUUID();
    List<Answer> answers = new ArrayList<>();
    Map<String, String> secrets = new LinkedHashMap<>(planted.values());
    secrets.put("what was misplaced", misplaced);

    // When
    answers.addAll(MisplacedSecrets.tried(system, misplaced));
    answers.addAll(
        MisplacedSecrets.tried(system, system.stack().credentials().hex("twilio.token.sms")));
    Json admin = system.organisation().administrator();
    await()
        .atMost(SystemUnderTest.PATIENCE)
        .until(() -> admin.get("/api/v1/secrets/keys").ok().path("done").asBoolean());
    journey(system, 2);

    // Then
    assertThat(answers).extracting(Answer::status).doesNotContain(500).hasSizeGreaterThan(100);
    Set<String> found = new TreeSet<>();
    waysOut(system, admin, answers)
        .forEach(
            (way, texts) -> {
              List<String> all = texts.get();
              assertThat(all).as(way).isNotEmpty();
              found.addAll(found(way, all, secrets));
            });
    assertThat(found).as("secrets that are out, and where").isEmpty();
  }

  /** Makes every service use the secrets that it has. */
  private static void journey(SystemUnderTest system, long seed) {
    new Journey(
            system.stack(),
            system.organisation(),
            new java.io.PrintStream(java.io.OutputStream.nullOutputStream()))
        .make(new Random(seed));
  }

  /** Everything that leaves a process, by name. */
  private static Map<String, Supplier<List<String>>> waysOut(
      SystemUnderTest system, Json admin, List<Answer> answers) {
    Map<String, Supplier<List<String>>> ways = new LinkedHashMap<>();
    ways.put("answers to requests", () -> answers.stream().map(Answer::text).toList());
    ways.put("answers of the API", () -> reads(admin));
    ways.put("topics", () -> topics(system));
    ways.put("tables", () -> tables(system));
    for (Part part : SERVICES) {
      ways.put("log of " + part.label(), () -> List.of(log(system.stack().process(part))));
      for (String path : List.of("/q/metrics", "/q/health", "/q/openapi")) {
        ways.put(
            part.label() + path,
            () -> List.of(Answer.of("GET", url(system, part) + path, "", Map.of()).text()));
      }
    }
    return ways;
  }

  private static List<String> reads(Json admin) {
    List<String> bodies = new ArrayList<>();
    for (String path :
        List.of(
            "accounts",
            "channel-addresses",
            "workstreams",
            "queues",
            "users",
            "secrets/keys",
            "providers",
            "configuration/version",
            "dead-letters/webhooks")) {
      bodies.add(admin.get("/api/v1/" + path).ok().toString());
    }
    return bodies;
  }

  private static String log(ChildProcess process) {
    try {
      return Files.readString(process.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keys, values and headers of every record of every topic there is. */
  private static List<String> topics(SystemUnderTest system) {
    Properties broker = new Properties();
    broker.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, system.stack().kafka().bootstrapServers());
    List<String> texts = new ArrayList<>();
    try (Admin kafka = Admin.create(broker);
        KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      kafka
          .listTopics()
          .names()
          .toCompletionStage()
          .toCompletableFuture()
          .join()
          .forEach(
              topic ->
                  consumer
                      .partitionsFor(topic)
                      .forEach(p -> partitions.add(new TopicPartition(topic, p.partition()))));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          StringBuilder text = new StringBuilder(record.topic());
          text.append(' ').append(text(record.key())).append(' ').append(text(record.value()));
          record.headers().forEach(h -> text.append(' ').append(text(h.value())));
          texts.add(text.toString());
        }
      }
    }
    return texts;
  }

  private static String text(byte @org.jspecify.annotations.Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, UTF_8);
  }

  /** Every row of every table of every service. */
  private static List<String> tables(SystemUnderTest system) {
    List<String> rows = new ArrayList<>();
    for (String table :
        system.sql(
            """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
            """)) {
      system.sql("select t::text from " + table + " t").forEach(row -> rows.add(table + " " + row));
    }
    return rows;
  }

  /** Which secrets stand in which texts, in clear or in a form that anybody can read back. */
  private static Set<String> found(String way, List<String> texts, Map<String, String> secrets) {
    Set<String> found = new TreeSet<>();
    secrets.forEach(
        (what, secret) -> {
          Set<String> forms =
              new TreeSet<>(
                  List.of(
                      secret,
                      URLEncoder.encode(secret, UTF_8),
                      Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(UTF_8))));
          for (String text : texts) {
            forms.stream()
                .filter(text::contains)
                .map(form -> what + " in " + way + ": " + around(text, form))
                .forEach(found::add);
          }
        });
    return found;
  }

  private static String around(String text, String form) {
    int at = text.indexOf(form);
    return text.substring(Math.max(0, at - 80), at).replace('\n', ' ') + "…";
  }

  private static String url(SystemUnderTest system, Part part) {
    return system.stack().settings().url(part);
  }
}
