package io.parley.admin.deadletter;

import io.parley.events.Topic;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a dead letter is, which is its id: topic, partition and offset, such as {@code
 * messages.received-3-120}.
 *
 * @param topic the topic that the record was on
 * @param partition of the topic with its dead letters
 * @param offset there
 */
record LetterId(Topic topic, int partition, long offset) {

  private static final Pattern FORM = Pattern.compile("([a-z.]{1,40})-([0-9]{1,6})-([0-9]{1,18})");

  /** Reads an id; nothing can have an id of another form. */
  static Optional<LetterId> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? TopicNames.ofShortName(matcher.group(1))
            .map(
                topic ->
                    new LetterId(
                        topic,
                        Integer.parseInt(matcher.group(2)),
                        Long.parseLong(matcher.group(3))))
        : Optional.empty();
  }

  TopicPartition topicPartition() {
    return new TopicPartition(topic.deadLetterName(), partition);
  }

  @Override
  public String toString() {
    return TopicNames.shortName(topic) + "-" + partition + "-" + offset;
  }
}
