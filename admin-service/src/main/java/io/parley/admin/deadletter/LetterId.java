package io.parley.admin.deadletter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a dead letter is, which is its id: topic, partition and offset, such as {@code
 * received-3-120}.
 */
record LetterId(Source source, int partition, long offset) {

  private static final Pattern FORM = Pattern.compile("([a-z]{1,20})-([0-9]{1,6})-([0-9]{1,18})");

  /** Reads an id; nothing can have an id of another form. */
  static Optional<LetterId> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Source.ofShortName(matcher.group(1))
            .map(
                source ->
                    new LetterId(
                        source,
                        Integer.parseInt(matcher.group(2)),
                        Long.parseLong(matcher.group(3))))
        : Optional.empty();
  }

  TopicPartition topicPartition() {
    return new TopicPartition(source.topic(), partition);
  }

  @Override
  public String toString() {
    return source.shortName() + "-" + partition + "-" + offset;
  }
}
