package io.parley.local;

import io.parley.events.CloudEventCodec;
import io.parley.events.Event;
import io.parley.events.EventData;
import io.parley.events.Topic;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the events of one journey from Kafka as they come, and prints the steps: when each
 * happened, how long after the first, and where its record stands (partition and offset).
 */
final class Timeline implements AutoCloseable {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Seen> seen = new ArrayList<>();
  private final PrintStream out;
  private Instant begin = Instant.MAX;

  private record Seen(Event<?> event, ConsumerRecord<String, byte[]> record) {}

  /** Reads from now on. */
  Timeline(String bootstrapServers, PrintStream out) {
    this.out = out;
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic topic :
        List.of(Topic.MESSAGES_RECEIVED, Topic.CONVERSATIONS, Topic.REPLIES, Topic.DELIVERIES)) {
      consumer
          .partitionsFor(topic.topicName())
          .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /**
   * Waits for the event of a step and prints it.
   *
   * @return its data
   * @throws IllegalStateException if it does not come in time
   */
  <T extends EventData> T step(String name, Class<T> type, Predicate<T> fits) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      for (Seen s : seen) {
        if (type.isInstance(s.event().data()) && fits.test(type.cast(s.event().data()))) {
          print(name, s);
          return type.cast(s.event().data());
        }
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "'" + name + "' did not happen within " + PATIENCE.toSeconds() + " s");
      }
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(50))) {
        seen.add(new Seen(CloudEventCodec.decode(record), record));
      }
    }
  }

  private void print(String name, Seen s) {
    Instant at = s.event().time();
    begin = at.isBefore(begin) ? at : begin;
    out.printf(
        Locale.ROOT,
        "  %s  +%6.3f s  %-28s %-26s %d@%d%n",
        CLOCK.format(at),
        Duration.between(begin, at).toMillis() / 1000.0,
        name,
        s.record().topic(),
        s.record().partition(),
        s.record().offset());
    out.flush();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
