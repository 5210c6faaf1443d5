package io.parley.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.ConfigurationChanged;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.Queue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Change sets of any size are published by a relay that dies now and then, on a topic that is
 * compacted at any time, to readers that poll as they like. What a reader puts in force is always
 * what the administration had committed at some version.
 */
class ChangeSetsPropertyTest {

  private static final int VERSIONS = 25;

  @Property(tries = 20_000)
  void everyConfigurationInForceIsOneThatWasCommitted(@ForAll long seed) {
    // Given
    Random random = new Random(seed);
    History history = new History(random, 1 + random.nextInt(8));
    CompactedTopic topic = new CompactedTopic();
    Relay relay = new Relay(random, history, random.nextInt(6));
    int before = random.nextInt(VERSIONS * 4);
    for (int i = 0; i < before && !relay.isDone(); i++) {
      relay.publishOne(topic);
      compactNowAndThen(random, topic);
    }
    Reader reader = new Reader(topic, random);

    // When
    while (!relay.isDone() || reader.position < topic.end()) {
      if (random.nextInt(3) > 0 && !relay.isDone()) {
        relay.publishOne(topic);
      } else {
        reader.poll();
      }
      compactNowAndThen(random, topic);

      // Then
      reader.sets.whole().ifPresent(whole -> assertWhole(history, whole));
    }
    assertThat(reader.sets.whole())
        .hasValue(new ConfigurationSnapshot(VERSIONS, history.at(VERSIONS)));
  }

  @Property(tries = 2_000)
  void withoutCompactionEverySetThatIsThereToItsEndIsInForce(@ForAll long seed) {
    // Given
    Random random = new Random(seed);
    History history = new History(random, 5);
    CompactedTopic topic = new CompactedTopic();
    Reader reader = new Reader(topic, random);

    for (List<ConfigurationChanged> set : history.sets) {
      // When
      for (ConfigurationChanged change : set) {
        topic.append(change);
        reader.pollAll();

        // Then
        long version = change.more() ? change.version() - 1 : change.version();
        assertThat(reader.sets.whole())
            .hasValue(new ConfigurationSnapshot(version, history.at(version)));
      }
    }
  }

  private static void assertWhole(History history, ConfigurationSnapshot whole) {
    assertThat(whole.objects()).isEqualTo(history.at(whole.version()));
  }

  private static void compactNowAndThen(Random random, CompactedTopic topic) {
    if (random.nextInt(5) == 0) {
      topic.compact(random);
    }
  }

  /** What was committed, as sets of changes and as the whole at each version. */
  private static final class History {

    private final List<List<ConfigurationChanged>> sets = new ArrayList<>();
    private final List<Map<UUID, ConfigurationObject>> states = new ArrayList<>();

    History(Random random, int objects) {
      Map<UUID, ConfigurationObject> state = new HashMap<>();
      states.add(Map.of());
      for (long version = 1; version <= VERSIONS; version++) {
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < objects; i++) {
          changed.add(i);
        }
        Collections.shuffle(changed, random);
        int size = 1 + random.nextInt(objects);
        List<ConfigurationChanged> set = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          UUID id = new UUID(1, changed.get(i));
          Queue queue =
              random.nextInt(4) == 0
                  ? null
                  : new Queue(
                      id,
                      "of version " + version,
                      1,
                      Queue.AssignmentMethod.HIGHEST_CAPACITY,
                      List.of());
          set.add(new ConfigurationChanged(Kind.QUEUE, id, version, queue, i < size - 1));
          if (queue == null) {
            state.remove(id);
          } else {
            state.put(id, queue);
          }
        }
        sets.add(set);
        states.add(Map.copyOf(state));
      }
    }

    Map<UUID, ConfigurationObject> at(long version) {
      return states.get((int) version);
    }
  }

  /** Publishes sets in their order, each but its last record in any order, and dies so often. */
  private static final class Relay {

    private final Random random;
    private final List<ConfigurationChanged> records = new ArrayList<>();
    private int deaths;
    private int next;
    private int done;

    Relay(Random random, History history, int deaths) {
      this.random = random;
      this.deaths = deaths;
      for (List<ConfigurationChanged> set : history.sets) {
        List<ConfigurationChanged> order = new ArrayList<>(set.subList(0, set.size() - 1));
        Collections.shuffle(order, random);
        records.addAll(order);
        records.add(set.getLast());
      }
    }

    boolean isDone() {
      return next == records.size();
    }

    void publishOne(CompactedTopic topic) {
      if (deaths > 0 && next > 0 && random.nextInt(10) == 0) {
        deaths--;
        // It begins again with what it had not deleted from its table, in another order of a set.
        done = done + random.nextInt(next - done + 1);
        next = done;
        return;
      }
      ConfigurationChanged change = records.get(next++);
      boolean isRefused = change.more() && deaths > 0 && random.nextInt(10) == 0;
      if (isRefused) {
        deaths--;
        skipSomeOfTheSame(topic);
        done = Math.min(done, next);
        next = done;
        return;
      }
      topic.append(change);
    }

    /**
     * Records of one set are under way at the same time; when one is refused others may be there.
     */
    private void skipSomeOfTheSame(CompactedTopic topic) {
      for (int i = next; records.get(i).more(); i++) {
        if (random.nextBoolean()) {
          topic.append(records.get(i));
        }
      }
    }
  }

  private static final class Reader {

    private final ChangeSets sets = new ChangeSets();
    private final CompactedTopic topic;
    private final Random random;
    private long position;

    Reader(CompactedTopic topic, Random random) {
      this.topic = topic;
      this.random = random;
    }

    void poll() {
      poll(1 + random.nextInt(6));
    }

    void pollAll() {
      poll(Integer.MAX_VALUE);
    }

    private void poll(int most) {
      CompactedTopic.Poll poll = topic.poll(position, most);
      position = poll.next();
      sets.read(poll.records(), position, topic::end);
    }
  }
}
