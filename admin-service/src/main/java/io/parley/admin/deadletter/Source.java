package io.parley.admin.deadletter;

import io.parley.events.Topic;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The topics on which ingress keeps webhooks that it did not understand. */
enum Source {
  /** Calls to the URL for messages. */
  RECEIVED(Topic.MESSAGES_RECEIVED),
  /** Calls to the URL for reports. */
  RECEIPTS(Topic.MESSAGES_RECEIPTS);

  private final String topic;

  Source(Topic topic) {
    this.topic = topic.deadLetterName();
  }

  String topic() {
    return topic;
  }

  /** As it stands in ids. */
  String shortName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Source> ofTopic(String topic) {
    return Arrays.stream(values()).filter(source -> source.topic.equals(topic)).findFirst();
  }

  static Optional<Source> ofShortName(String name) {
    return Arrays.stream(values()).filter(source -> source.shortName().equals(name)).findFirst();
  }
}
