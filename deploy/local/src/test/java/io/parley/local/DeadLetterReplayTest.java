package io.parley.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.events.EventJson;
import io.parley.events.Topic;
import io.parley.local.Settings.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Replaying twice has no second effect at the consumers that there are. */
@ExtendWith(RunningStack.class)
class DeadLetterReplayTest {

  private static final String RECEIVED = "/api/v1/dead-letters/parley.messages.received";
  private static final String REPLIES = "/api/v1/dead-letters/parley.replies";

  @Test
  void messageThatNobodyCouldReadIsJoinedOnceHoweverOftenItsLettersAreReplayedCorrected(
      SystemUnderTest system) throws Exception {
    // Given
    String customer = system.newCustomer();
    writes(system, customer, "first");
    ConsumerRecord<String, byte[]> first = record(system, Topic.MESSAGES_RECEIVED, "\"first\"");
    String id = "unreadable/" + UUID.randomUUID();
    send(system, copy(Topic.MESSAGES_RECEIVED.topicName(), first, id, "{".getBytes(UTF_8)));
    Json admin = system.organisation().administrator();
    List<String> letters = awaitLetters(admin, RECEIVED, id, 2);

    // When
    Map<String, Object> correction = Map.of("payload", saying(first, "corrected"));
    for (String letter : letters) {
      admin.post(RECEIVED + "/" + letter + "/replay", correction).ok();
      admin.post(RECEIVED + "/" + letter + "/replay", correction).ok();
    }
    awaitEvents(system, Topic.MESSAGES_RECEIVED, id, 1 + 4);
    writes(system, customer, "last");

    // Then
    assertThat(system.threadOf(customer)).containsExactly("first", "corrected", "last");
    assertThat(letters(admin, RECEIVED, id)).isEmpty();
  }

  @Test
  void replyThatWasSentIsNotSentAgainByReplaysOneByOneAndTogether(SystemUnderTest system)
      throws Exception {
    // Given
    String customer = system.newCustomer();
    StateDrivenAgent agent = new StateDrivenAgent(system, 1, 1);
    CompletableFuture<Void> work = CompletableFuture.runAsync(agent);
    writes(system, customer, "question");
    await().atMost(SystemUnderTest.PATIENCE).until(() -> sent(system, customer).size() == 1);
    agent.stop();
    work.join();
    ConsumerRecord<String, byte[]> reply = record(system, Topic.REPLIES, customer);
    String id = new String(reply.headers().lastHeader("ce_id").value(), UTF_8);
    String reason = "as if it had failed " + UUID.randomUUID();
    ProducerRecord<String, byte[]> letter =
        copy(Topic.REPLIES.deadLetterName(), reply, id, reply.value());
    letter.headers().add("parley-dead-letter-reason", reason.getBytes(UTF_8));
    letter.headers().add("parley-dead-letter-consumer", "outbound-replies".getBytes(UTF_8));
    send(system, letter);
    send(system, letter);
    Json admin = system.organisation().administrator();
    List<String> letters = awaitLetters(admin, REPLIES, id, 2);

    // When
    admin.post(REPLIES + "/" + letters.getFirst() + "/replay", Map.of()).ok();
    admin.post(REPLIES + "/" + letters.getFirst() + "/replay", Map.of()).ok();
    String job = admin.post(REPLIES + "/replays", Map.of("reason", reason)).ok().get("id").asText();
    awaitEvents(system, Topic.REPLIES, id, 1 + 3);

    // Then
    await()
        .atMost(SystemUnderTest.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(admin.get(REPLIES + "/replays/" + job).ok().path("state").asText())
                    .isEqualTo("DONE"));
    awaitHandled(system, Topic.REPLIES, "parley-outbound-replies");
    assertThat(sent(system, customer)).hasSize(1);
  }

  private static void writes(SystemUnderTest system, String customer, String text) {
    assertThat(system.post(system.text(customer, text))).isEqualTo(200);
    await().atMost(SystemUnderTest.PATIENCE).until(() -> system.threadOf(customer).contains(text));
  }

  private static List<String> sent(SystemUnderTest system, String customer) {
    List<String> sent = new ArrayList<>();
    Json simulator = Json.at(system.stack().settings().url(Part.SIMULATOR));
    for (JsonNode message : simulator.get("/control/messages?limit=5000").ok().get("messages")) {
      if (message.get("to").asText().equals(customer)) {
        sent.add(message.get("body").asText());
      }
    }
    return sent;
  }

  private static List<String> letters(Json admin, String path, String eventId) {
    List<String> ids = new ArrayList<>();
    for (JsonNode letter : admin.get(path + "?limit=200").ok().get("items")) {
      if (letter.path("eventId").asText().equals(eventId)) {
        ids.add(letter.get("id").asText());
      }
    }
    return ids;
  }

  private static List<String> awaitLetters(Json admin, String path, String eventId, int count) {
    return await()
        .atMost(SystemUnderTest.PATIENCE)
        .until(() -> letters(admin, path, eventId), l -> l.size() == count);
  }

  private static Object saying(ConsumerRecord<String, byte[]> record, String text)
      throws IOException {
    ObjectNode data = (ObjectNode) EventJson.mapper().readTree(record.value());
    return data.put("text", text).put("providerMessageId", "SM" + UUID.randomUUID());
  }

  /** The same record on another topic, with another event id and another value. */
  private static ProducerRecord<String, byte[]> copy(
      String topic, ConsumerRecord<String, byte[]> record, String id, byte[] value) {
    Headers headers = new RecordHeaders(record.headers());
    headers.remove("ce_id").add("ce_id", id.getBytes(UTF_8));
    return new ProducerRecord<>(topic, null, record.key(), value, headers);
  }

  private static ConsumerRecord<String, byte[]> record(
      SystemUnderTest system, Topic topic, String text) {
    return records(system, topic).stream()
        .filter(record -> new String(record.value(), UTF_8).contains(text))
        .reduce((one, later) -> later)
        .orElseThrow();
  }

  private static void awaitEvents(SystemUnderTest system, Topic topic, String id, int count) {
    await()
        .atMost(SystemUnderTest.PATIENCE)
        .until(
            () ->
                records(system, topic).stream()
                        .filter(
                            record ->
                                new String(record.headers().lastHeader("ce_id").value(), UTF_8)
                                    .equals(id))
                        .count()
                    == count);
  }

  /** Until the group has committed all that is on the topic. */
  private static void awaitHandled(SystemUnderTest system, Topic topic, String group) {
    try (KafkaConsumer<String, byte[]> consumer = consumer(system, group)) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      await()
          .atMost(SystemUnderTest.PATIENCE)
          .until(
              () -> {
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                return consumer.committed(Set.copyOf(partitions)).entrySet().stream()
                    .allMatch(
                        done ->
                            ends.getOrDefault(done.getKey(), 0L)
                                <= (done.getValue() == null ? 0 : done.getValue().offset()));
              });
    }
  }

  private static List<ConsumerRecord<String, byte[]>> records(SystemUnderTest system, Topic topic) {
    try (KafkaConsumer<String, byte[]> consumer = consumer(system, "none")) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<String, byte[]> consumer, Topic topic) {
    return consumer.partitionsFor(topic.topicName()).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private static KafkaConsumer<String, byte[]> consumer(SystemUnderTest system, String group) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            system.stack().kafka().bootstrapServers(),
            "group.id",
            group,
            "enable.auto.commit",
            false),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private static void send(SystemUnderTest system, ProducerRecord<String, byte[]> record)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", system.stack().kafka().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    }
  }
}
