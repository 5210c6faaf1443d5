package io.parley.testing;

import io.parley.events.CloudEventCodec;
import io.parley.events.Event;
import io.parley.events.EventData;
import io.parley.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker of a test: what is on its topics, what a test puts there, and outages. */
public final class TestKafka {

  private static final Map<String, TopicReader> READERS = new ConcurrentHashMap<>();

  private TestKafka() {}

  /** Where clients connect. */
  public static String bootstrapServers() {
    return TestEnvironment.KAFKA.text();
  }

  /** Kills the broker. */
  public static void stop() {
    TestEnvironment.KAFKA_STOP.run();
  }

  /** Starts the broker again, with its data. */
  public static void start() {
    TestEnvironment.KAFKA_START.run();
  }

  /** Puts an event on its topic and waits until the broker has it. */
  public static void send(Event<?> event) {
    send(CloudEventCodec.encode(event));
  }

  /** Puts any record on any topic and waits until the broker has it. */
  public static void send(ProducerRecord<String, byte[]> record) {
    try {
      Sender.PRODUCER.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("record was not sent", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Every event on a topic until now, in the order of each partition. */
  public static List<Event<?>> events(Topic topic) {
    List<Event<?>> events = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records(topic.topicName())) {
      events.add(CloudEventCodec.decode(record));
    }
    return events;
  }

  /** The data of one type on a topic until now. */
  public static <T extends EventData> List<T> data(Topic topic, Class<T> type) {
    return events(topic).stream()
        .map(Event::data)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** Every record on a topic until now, in the order of each partition. */
  public static List<ConsumerRecord<String, byte[]>> records(String topic) {
    return READERS.computeIfAbsent(topic, TopicReader::new).all();
  }

  private static final class Sender {
    static final KafkaProducer<String, byte[]> PRODUCER =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                ProducerConfig.ACKS_CONFIG,
                "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  private static final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    TopicReader(String topic) {
      consumer =
          new KafkaConsumer<>(
              Map.of(
                  ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                  bootstrapServers(),
                  ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                  false,
                  ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                  20,
                  ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                  false),
              new StringDeserializer(),
              new ByteArrayDeserializer());
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    }

    synchronized List<ConsumerRecord<String, byte[]>> all() {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(records::add);
      }
      return List.copyOf(records);
    }
  }
}
