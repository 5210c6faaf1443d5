package io.parley.admin.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a page ended: for each partition that has more, the offset before which it goes on. So
 * nothing is left out or comes twice, and what is kept meanwhile does not move the pages.
 *
 * @param before offsets; a partition that is missing is at its end
 */
record Cursor(Map<TopicPartition, Long> before) {

  private static final int LONGEST = 8_000;

  Cursor {
    before = Map.copyOf(before);
  }

  boolean isAtEnd() {
    return before.isEmpty();
  }

  String text() {
    Map<String, Long> sorted = new TreeMap<>();
    before.forEach(
        (partition, offset) ->
            sorted.put(
                TopicNames.shortName(TopicNames.ofDeadLetters(partition.topic()).orElseThrow())
                    + "-"
                    + partition.partition(),
                offset));
    String plain =
        sorted.entrySet().stream()
            .map(entry -> entry.getKey() + "-" + entry.getValue())
            .collect(Collectors.joining(","));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Cursor parse(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("not a cursor");
    }
    Map<TopicPartition, Long> before = new HashMap<>();
    for (String place : new String(Base64.getUrlDecoder().decode(text), UTF_8).split(",", -1)) {
      LetterId id =
          LetterId.parse(place).orElseThrow(() -> new IllegalArgumentException("not a cursor"));
      before.put(id.topicPartition(), id.offset());
    }
    return new Cursor(before);
  }
}
