package io.parley.admin.deadletter;

import io.parley.events.Topic;
import java.util.Arrays;
import java.util.Optional;

/** How topics are called here: in paths by their names, in ids without what all have in common. */
final class TopicNames {

  private static final String COMMON = "parley.";

  private TopicNames() {}

  /** The name without what all names begin with. */
  static String shortName(Topic topic) {
    return topic.topicName().substring(COMMON.length());
  }

  static Optional<Topic> ofShortName(String name) {
    return ofName(COMMON + name);
  }

  static Optional<Topic> ofName(String name) {
    return Arrays.stream(Topic.values())
        .filter(topic -> topic.topicName().equals(name))
        .findFirst();
  }

  /** The topic whose dead letters stand on the topic with this name. */
  static Optional<Topic> ofDeadLetters(String name) {
    return Arrays.stream(Topic.values())
        .filter(topic -> topic.deadLetterName().equals(name))
        .findFirst();
  }
}
