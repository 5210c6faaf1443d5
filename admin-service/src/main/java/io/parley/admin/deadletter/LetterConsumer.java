package io.parley.admin.deadletter;

import io.parley.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads dead-letter topics at given places, in no consumer group, for one request. Waits, within a
 * time limit; of what it reads it holds a few records at a time. Not thread-safe.
 */
final class LetterConsumer implements AutoCloseable {

  /** Bytes per partition and fetch; a single record may be larger. */
  private static final int FETCH = 262_144;

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Supplier<Duration> remaining;

  /**
   * Connects.
   *
   * @param broker how to
   * @param remaining how long it may still read; zero or less when time is up
   */
  LetterConsumer(Map<String, Object> broker, Supplier<Duration> remaining) {
    Map<String, Object> properties = new HashMap<>(broker);
    properties.keySet().removeIf(name -> !ConsumerConfig.configNames().contains(name));
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // What was deleted meanwhile is passed over.
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH);
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    this.consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    this.remaining = remaining;
  }

  /** The partitions to read, each with the stretch of offsets that is of interest. */
  List<Lane> lanes(Set<Topic> topics, Optional<Instant> since, Optional<Cursor> after) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic topic : topics) {
      consumer
          .partitionsFor(topic.deadLetterName(), patience())
          .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
    }
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, patience());
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience());
    Map<TopicPartition, Long> firsts = since.map(time -> since(partitions, time)).orElse(Map.of());
    List<Lane> lanes = new ArrayList<>();
    for (TopicPartition partition : partitions) {
      long end = ends.getOrDefault(partition, 0L);
      long begin = begins.getOrDefault(partition, 0L);
      long first = since.isEmpty() ? begin : Math.max(begin, firsts.getOrDefault(partition, end));
      long before = after.map(c -> c.before().getOrDefault(partition, 0L)).orElse(end);
      lanes.add(new Lane(partition, first, Math.min(before, end)));
    }
    return lanes;
  }

  /** The whole of each partition of a topic's dead letters. */
  List<Lane.Window> stretches(Topic topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.deadLetterName(), patience()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, patience());
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience());
    return partitions.stream()
        .map(
            partition ->
                new Lane.Window(
                    partition,
                    begins.getOrDefault(partition, 0L),
                    ends.getOrDefault(partition, 0L)))
        .toList();
  }

  /** The records of a window, whole; nothing when there was no time for all of them. */
  Optional<List<ConsumerRecord<String, byte[]>>> records(Lane.Window window) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    return scan(List.of(window), records::add) ? Optional.of(records) : Optional.empty();
  }

  /** Reads windows to their ends, and keeps of each record whatever is wanted of it. */
  Optional<Map<TopicPartition, List<Letter>>> read(
      List<Lane.Window> windows, Predicate<Letter> wanted) {
    Map<TopicPartition, List<Letter>> found = new HashMap<>();
    boolean complete =
        scan(
            windows,
            record ->
                Letter.read(record)
                    .filter(wanted)
                    .ifPresent(
                        letter ->
                            found
                                .computeIfAbsent(
                                    letter.id().topicPartition(), unused -> new ArrayList<>())
                                .add(letter)));
    return complete ? Optional.of(found) : Optional.empty();
  }

  /**
   * The record at one place, if there is one.
   *
   * @throws TimeoutException if it could not be read in time
   */
  Optional<ConsumerRecord<String, byte[]>> at(LetterId id) {
    TopicPartition partition = id.topicPartition();
    boolean exists =
        consumer.partitionsFor(id.topicPartition().topic(), patience()).stream()
            .anyMatch(info -> info.partition() == id.partition());
    if (!exists) {
      return Optional.empty();
    }
    List<TopicPartition> one = List.of(partition);
    long begin = consumer.beginningOffsets(one, patience()).getOrDefault(partition, 0L);
    long end = consumer.endOffsets(one, patience()).getOrDefault(partition, 0L);
    if (id.offset() < begin || id.offset() >= end) {
      return Optional.empty();
    }
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    if (!scan(List.of(new Lane.Window(partition, id.offset(), id.offset() + 1)), found::add)) {
      throw new TimeoutException("dead letter not read in time");
    }
    return found.stream().findFirst();
  }

  private Map<TopicPartition, Long> since(List<TopicPartition> partitions, Instant time) {
    Map<TopicPartition, Long> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, time.toEpochMilli()));
    Map<TopicPartition, Long> firsts = new HashMap<>();
    for (Map.Entry<TopicPartition, OffsetAndTimestamp> found :
        consumer.offsetsForTimes(wanted, patience()).entrySet()) {
      if (found.getValue() != null) {
        firsts.put(found.getKey(), found.getValue().offset());
      }
    }
    return firsts;
  }

  /** Whether every window was read to its end. */
  private boolean scan(List<Lane.Window> windows, Consumer<ConsumerRecord<String, byte[]>> action) {
    Map<TopicPartition, Lane.Window> open = new HashMap<>();
    windows.forEach(window -> open.put(window.partition(), window));
    consumer.assign(open.keySet());
    // A partition that stays assigned stays paused.
    consumer.resume(open.keySet());
    windows.forEach(window -> consumer.seek(window.partition(), window.from()));
    while (true) {
      Set<TopicPartition> done = new HashSet<>();
      for (Lane.Window window : open.values()) {
        if (consumer.position(window.partition(), patience()) >= window.to()) {
          done.add(window.partition());
        }
      }
      open.keySet().removeAll(done);
      consumer.pause(done);
      if (open.isEmpty()) {
        return true;
      }
      if (!remaining.get().isPositive()) {
        return false;
      }
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        Lane.Window window = open.get(new TopicPartition(record.topic(), record.partition()));
        if (window != null && record.offset() < window.to()) {
          action.accept(record);
        }
      }
    }
  }

  /** Also when time is up a call gets a moment, and then fails as one that took too long. */
  private Duration patience() {
    Duration left = remaining.get();
    return left.compareTo(POLL) > 0 ? left : POLL;
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(POLL));
  }
}
