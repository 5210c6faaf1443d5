package io.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.Topic;
import io.parley.local.Settings.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class SecretsStayInTest {

  @Test
  void noCredentialStandsInAnyLogEventErrorOrColumnInClear(SystemUnderTest system)
      throws IOException {
    // Given
    new Journey(
            system.stack(),
            system.organisation(),
            new java.io.PrintStream(java.io.OutputStream.nullOutputStream()))
        .make(new Random(2));
    List<String> secrets = secrets(system);
    String token = signIn(system);
    secrets.add(token);

    // When
    List<String> everything = new ArrayList<>();
    everything.addAll(errorBodies(system, secrets));
    for (ChildProcess process : system.stack().processes()) {
      if (!process.name().startsWith("simulator")) {
        everything.add(Files.readString(process.log(), StandardCharsets.UTF_8));
      }
    }
    everything.addAll(topics(system));
    everything.addAll(tables(system));

    // Then
    assertThat(everything).hasSizeGreaterThan(50);
    for (String secret : secrets) {
      assertThat(everything)
          .as("places that hold a secret in clear")
          .noneMatch(text -> text.contains(secret));
    }
  }

  private static List<String> secrets(SystemUnderTest system) {
    Credentials credentials = system.stack().credentials();
    return new ArrayList<>(
        List.of(
            credentials.hex("twilio.token.sms"),
            credentials.hex("twilio.token.whatsapp"),
            credentials.password("administrator"),
            credentials.password("agent"),
            credentials.password("database.ingress"),
            credentials.password("database.routing"),
            credentials.password("database.outbound"),
            credentials.password("database.admin")));
  }

  private static String signIn(SystemUnderTest system) {
    return Json.at(system.stack().settings().url(Part.ADMIN))
        .post(
            "/api/v1/sign-in",
            Map.of(
                "email", Organisation.agentEmail(2),
                "password", system.stack().credentials().password("agent")))
        .ok()
        .get("token")
        .asText();
  }

  /** Answers to requests that carry a secret in the wrong place. */
  private static List<String> errorBodies(SystemUnderTest system, List<String> secrets) {
    Json admin = system.organisation().administrator();
    Json routing = system.organisation().agent(1);
    List<String> bodies = new ArrayList<>();
    for (String secret : secrets) {
      bodies.add(
          admin
              .post(
                  "/api/v1/accounts",
                  Map.of(
                      "name", "x",
                      "provider", "twilio",
                      "channel", "SMS",
                      "settings", Map.of(),
                      "secrets", Map.of("authToken", secret + " ")))
              .body()
              .toString());
      bodies.add(
          Json.at(system.stack().settings().url(Part.ADMIN))
              .post("/api/v1/sign-in", Map.of("email", 7, "password", secret))
              .body()
              .toString());
      bodies.add(routing.post("/api/v1/stream-tickets/none", Map.of("x", "y")).body().toString());
    }
    bodies.add(admin.get("/api/v1/accounts").body().toString());
    return bodies;
  }

  private static List<String> topics(SystemUnderTest system) {
    List<String> texts = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, system.stack().kafka().bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (Topic topic : Topic.values()) {
        for (String name : List.of(topic.topicName(), topic.deadLetterName())) {
          consumer
              .partitionsFor(name)
              .forEach(p -> partitions.add(new TopicPartition(name, p.partition())));
        }
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          StringBuilder text =
              new StringBuilder(
                  record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8));
          record.headers().forEach(h -> text.append(new String(h.value(), StandardCharsets.UTF_8)));
          texts.add(text.toString());
        }
      }
    }
    return texts;
  }

  private static List<String> tables(SystemUnderTest system) {
    List<String> rows = new ArrayList<>();
    for (String table :
        system.sql(
            """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_schema in ('ingress', 'routing', 'outbound', 'admin') and table_type = 'BASE TABLE'
            """)) {
      rows.addAll(system.sql("select t::text from " + table + " t"));
    }
    return rows;
  }
}
