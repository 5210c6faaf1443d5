package io.parley.admin.deadletter;

import io.parley.events.Topic;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What was done about dead letters. Those who read Kafka wait for it; those who mark do so in the
 * transaction of what they did.
 */
@ApplicationScoped
class Marks {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String FIND =
      "select m.topic, m.partition, m.letter_offset, m.kept_at, m.state from dead_letter_mark m"
          + " join unnest($1::text[], $2::integer[], $3::bigint[]) w (topic, partition, letter_offset)"
          + " using (topic, partition, letter_offset)";
  private static final String COUNT =
      "select b.partition, (select count(*) from dead_letter_mark m where m.topic = $1"
          + " and m.partition = b.partition and m.letter_offset >= b.begin), (select min(c.place)"
          + " from (select b.begin as place union all select m.letter_offset + 1"
          + " from dead_letter_mark m where m.topic = $1 and m.partition = b.partition"
          + " and m.letter_offset >= b.begin) c where not exists (select from dead_letter_mark d"
          + " where d.topic = $1 and d.partition = b.partition and d.letter_offset = c.place))"
          + " from unnest($2::integer[], $3::bigint[]) b (partition, begin)";
  private static final String PUT =
      "insert into dead_letter_mark (topic, partition, letter_offset, kept_at, state, marked_at,"
          + " marked_by, reason) values (:topic, :partition, :offset, :keptAt, :state, :now,"
          + " :author, :reason) on conflict (topic, partition, letter_offset) do update set"
          + " kept_at = excluded.kept_at, state = excluded.state, marked_at = excluded.marked_at,"
          + " marked_by = excluded.marked_by, reason = excluded.reason";

  private final Pool pool;
  private final Clock clock;

  Marks(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * What is marked in one partition.
   *
   * @param count how many letters from its beginning on
   * @param firstOpen the lowest offset that is not marked; it may be the end
   */
  record Marked(long count, long firstOpen) {}

  /** The state of each of these letters. Waits. */
  Map<LetterId, LetterState> of(Collection<? extends Letter> letters) {
    Map<LetterId, LetterState> states = new HashMap<>();
    Map<LetterId, Instant> keptAt = new HashMap<>();
    letters.forEach(
        letter -> {
          states.put(letter.id(), LetterState.OPEN);
          keptAt.put(letter.id(), letter.keptAt());
        });
    if (letters.isEmpty()) {
      return states;
    }
    List<LetterId> ids = List.copyOf(states.keySet());
    Tuple keys =
        Tuple.of(
            ids.stream().map(id -> id.topic().topicName()).toArray(String[]::new),
            ids.stream().map(LetterId::partition).toArray(Integer[]::new),
            ids.stream().map(LetterId::offset).toArray(Long[]::new));
    for (Row row : pool.preparedQuery(FIND).execute(keys).await().atMost(PATIENCE)) {
      LetterId id =
          new LetterId(
              TopicNames.ofName(row.getString("topic")).orElseThrow(),
              row.getInteger("partition"),
              row.getLong("letter_offset"));
      if (row.getOffsetDateTime("kept_at").toInstant().equals(keptAt.get(id))) {
        states.put(id, LetterState.valueOf(row.getString("state")));
      }
    }
    return states;
  }

  /** What is marked of a topic, by partition, given where each begins. Waits. */
  Map<Integer, Marked> of(Topic topic, Map<TopicPartition, Long> begins) {
    Map<Integer, Marked> marked = new HashMap<>();
    List<TopicPartition> partitions = List.copyOf(begins.keySet());
    Tuple arguments =
        Tuple.of(
            topic.topicName(),
            partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new),
            partitions.stream().map(begins::get).toArray(Long[]::new));
    for (Row row : pool.preparedQuery(COUNT).execute(arguments).await().atMost(PATIENCE)) {
      marked.put(row.getInteger(0), new Marked(row.getLong(1), row.getLong(2)));
    }
    return marked;
  }

  /** Marks letters in the transaction that is open. */
  Uni<Void> put(
      Collection<? extends Letter> letters,
      LetterState state,
      UUID author,
      @Nullable String reason) {
    Instant now = clock.instant();
    return Multi.createFrom()
        .iterable(letters)
        .onItem()
        .transformToUniAndConcatenate(letter -> put(letter, state, author, reason, now))
        .onItem()
        .ignoreAsUni();
  }

  private static Uni<Integer> put(
      Letter letter, LetterState state, UUID author, @Nullable String reason, Instant now) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(PUT)
                    .setParameter("topic", letter.id().topic().topicName())
                    .setParameter("partition", letter.id().partition())
                    .setParameter("offset", letter.id().offset())
                    .setParameter("keptAt", letter.keptAt())
                    .setParameter("state", state.name())
                    .setParameter("now", now)
                    .setParameter("author", author)
                    .setParameter("reason", reason == null ? "" : reason)
                    .executeUpdate());
  }
}
