package io.parley.testing.server;

import io.parley.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Creates the topics of Parley on a broker of one's own. In production an operator declares them.
 */
public final class Topics {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Topics() {}

  /** Creates every topic and its dead-letter topic that is not there yet. */
  public static void createAll(String bootstrapServers) {
    try (Admin admin = admin(bootstrapServers)) {
      Set<String> existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          wanted().stream().filter(topic -> !existing.contains(topic.name())).toList();
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("topics cannot be created", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static List<NewTopic> wanted() {
    List<NewTopic> topics = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      NewTopic created =
          new NewTopic(topic.topicName(), Optional.of(topic.partitions()), Optional.empty());
      topics.add(
          topic.compacted()
              ? created.configs(
                  Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))
              : created);
      topics.add(
          new NewTopic(topic.deadLetterName(), Optional.of(topic.partitions()), Optional.empty()));
    }
    return topics;
  }

  /**
   * Waits until a broker answers.
   *
   * @param eachTime called between attempts; may throw to give up
   */
  static void awaitBroker(String bootstrapServers, Runnable eachTime) {
    // The client warns about each refused connection, which is what waiting looks like.
    Logger.getLogger("org.apache.kafka.clients.NetworkClient").setLevel(Level.SEVERE);
    Instant deadline = Instant.now().plus(PATIENCE);
    try (Admin admin = admin(bootstrapServers)) {
      while (true) {
        try {
          admin.describeCluster().nodes().get();
          return;
        } catch (ExecutionException e) {
          eachTime.run();
          if (Instant.now().isAfter(deadline)) {
            throw new IllegalStateException("Kafka does not answer at " + bootstrapServers, e);
          }
          LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted", e);
        }
      }
    }
  }

  private static Admin admin(String bootstrapServers) {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            "200",
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            "2000",
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            "4000"));
  }
}
