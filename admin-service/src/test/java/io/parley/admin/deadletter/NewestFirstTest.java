package io.parley.admin.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewestFirstTest {

  private static final UUID WANTED = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  /** A topic in memory: one list per partition, the index being the offset. */
  private record Partitions(List<List<Letter>> letters) {

    static Partitions random(Random random) {
      List<List<Letter>> letters = new ArrayList<>();
      for (int partition = 0; partition < 1 + random.nextInt(5); partition++) {
        List<Letter> ofPartition = new ArrayList<>();
        long time = random.nextInt(50);
        int size = random.nextInt(60);
        boolean rare = random.nextBoolean();
        for (int offset = 0; offset < size; offset++) {
          time += random.nextInt(10);
          boolean wanted = rare ? random.nextInt(20) == 0 : random.nextBoolean();
          ofPartition.add(letter(partition, offset, time, wanted ? WANTED : OTHER));
        }
        letters.add(ofPartition);
      }
      return new Partitions(letters);
    }

    List<Lane> lanes(Optional<Cursor> after) {
      List<Lane> lanes = new ArrayList<>();
      for (int i = 0; i < letters.size(); i++) {
        TopicPartition partition = partition(i);
        long end = letters.get(i).size();
        lanes.add(
            new Lane(
                partition, 0, after.map(c -> c.before().getOrDefault(partition, 0L)).orElse(end)));
      }
      return lanes;
    }

    Map<TopicPartition, List<Letter>> read(List<Lane.Window> windows) {
      Map<TopicPartition, List<Letter>> found = new HashMap<>();
      for (Lane.Window window : windows) {
        found.put(
            window.partition(),
            letters
                .get(window.partition().partition())
                .subList((int) window.from(), (int) window.to())
                .stream()
                .filter(NewestFirstTest::isWanted)
                .toList());
      }
      return found;
    }

    List<Letter> wanted() {
      return letters.stream().flatMap(List::stream).filter(NewestFirstTest::isWanted).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void pagesTogetherAreAllThatIsWantedOnceAndInOrder(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      // Given
      Partitions topic = Partitions.random(random);
      int limit = 1 + random.nextInt(20);
      int window = 1 + random.nextInt(15);
      int most = 1 + random.nextInt(100);

      // When
      List<Letter> listed = new ArrayList<>();
      Optional<Cursor> after = Optional.empty();
      do {
        NewestFirst.Read page =
            new NewestFirst(topic.lanes(after), window, most)
                .read(limit, windows -> Optional.of(topic.read(windows)));
        listed.addAll(page.letters());
        assertThat(page.letters()).hasSizeLessThanOrEqualTo(limit);
        assertThat(Optional.of(page.end())).isNotEqualTo(after);
        after = Optional.of(page.end());
      } while (!after.get().isAtEnd());

      // Then
      assertThat(listed).doesNotHaveDuplicates().hasSameElementsAs(topic.wanted());
      assertThat(listed).isSortedAccordingTo(Comparator.comparing(Letter::keptAt).reversed());
    }
  }

  @Test
  void nothingIsReadThatIsNotNeeded() {
    // Given
    Partitions topic = new Partitions(List.of(letters(0, 1000), letters(1, 1000)));
    List<Long> looked = new ArrayList<>();

    // When
    new NewestFirst(topic.lanes(Optional.empty()), 10, 5000)
        .read(
            5,
            windows -> {
              windows.forEach(window -> looked.add(window.to() - window.from()));
              return Optional.of(topic.read(windows));
            });

    // Then
    assertThat(looked).containsExactly(10L, 10L);
  }

  @Test
  void pageEndsWhereTimeIsUp() {
    // Given
    Partitions topic = new Partitions(List.of(letters(0, 30)));
    int[] rounds = {0};

    // When
    NewestFirst.Read page =
        new NewestFirst(topic.lanes(Optional.empty()), 10, 5000)
            .read(
                25,
                windows -> rounds[0]++ == 2 ? Optional.empty() : Optional.of(topic.read(windows)));

    // Then
    assertThat(page.letters()).hasSize(20);
    assertThat(page.end().before()).containsExactly(Map.entry(partition(0), 10L));
  }

  @Test
  void cursorReadsWhatItWrote() {
    // Given
    Cursor cursor =
        new Cursor(
            Map.of(
                partition(0),
                17L,
                partition(7),
                Long.MAX_VALUE / 10,
                new TopicPartition(Topic.CONVERSATIONS.deadLetterName(), 3),
                0L));

    // When
    Cursor read = Cursor.parse(cursor.text());

    // Then
    assertThat(read).isEqualTo(cursor);
  }

  private static List<Letter> letters(int partition, int count) {
    List<Letter> letters = new ArrayList<>();
    for (int offset = 0; offset < count; offset++) {
      letters.add(letter(partition, offset, offset, WANTED));
    }
    return letters;
  }

  private static WebhookLetter letter(int partition, long offset, long time, UUID account) {
    return new WebhookLetter(
        new LetterId(Topic.MESSAGES_RECEIVED, partition, offset),
        Instant.ofEpochMilli(time),
        Instant.ofEpochMilli(time),
        "reason",
        "twilio",
        account,
        "POST",
        "",
        "",
        "",
        "",
        0);
  }

  private static boolean isWanted(Letter letter) {
    return letter instanceof WebhookLetter webhook && webhook.accountId().equals(WANTED);
  }

  private static TopicPartition partition(int number) {
    return new TopicPartition(Topic.MESSAGES_RECEIVED.deadLetterName(), number);
  }
}
