package io.parley.routing.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.platform.database.Database;
import io.parley.routing.conversation.PassingNews;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The streams that are open at this instance, and what each has been told. */
@ApplicationScoped
class StreamBroadcast {

  private static final Logger LOG = Logger.getLogger(StreamBroadcast.class);
  private static final int BATCH = 200;

  /** So that a client knows that it only has to connect again. */
  static final CloseReason GOING_AWAY = new CloseReason(1001, "this instance stops: reconnect");

  private final Database database;
  private final Clock clock;
  private volatile boolean stopping;
  private final Map<String, Member> byConnection = new ConcurrentHashMap<>();
  private final Map<UUID, Set<Member>> byAgent = new ConcurrentHashMap<>();

  StreamBroadcast(Database database, Clock clock, MeterRegistry meters) {
    this.database = database;
    this.clock = clock;
    meters.gauge("parley.streams.open", byConnection, Map::size);
  }

  /**
   * Sends clients to other instances while this one can still say goodbye to them. A stream that
   * stays open counts as a request under way and would hold up the stop.
   */
  void stop(@Observes ShutdownDelayInitiatedEvent event) {
    stopping = true;
    byConnection.values().forEach(member -> member.close(GOING_AWAY));
  }

  /** Whether new streams belong to another instance. */
  boolean isStopping() {
    return stopping;
  }

  /** Greets a new stream, repeats what it has missed, and keeps it told from now on. */
  Member add(
      WebSocketConnection connection, UUID connectionId, UUID agentId, Optional<Long> since) {
    Kept kept = kept(agentId);
    long from =
        since.filter(s -> s >= kept.oldest() - 1 && s <= kept.newest()).orElse(kept.newest());
    Member member = new Member(connection, connectionId, agentId, from);
    member.send(new Hello("hello", clock.instant(), agentId, kept.newest()));
    if (since.isPresent() && from != since.get()) {
      member.send(new Resync("resync", kept.newest()));
    }
    byConnection.put(connection.id(), member);
    byAgent.compute(
        agentId,
        (id, members) -> {
          Set<Member> all = members == null ? ConcurrentHashMap.newKeySet() : members;
          all.add(member);
          return all;
        });
    tell(member);
    return member;
  }

  /** The stream of a connection, if it is known. */
  Optional<Member> member(WebSocketConnection connection) {
    return Optional.ofNullable(byConnection.get(connection.id()));
  }

  /** All of them. */
  List<Member> members() {
    return List.copyOf(byConnection.values());
  }

  /** Forgets a stream; true for the first caller only. */
  boolean remove(Member member) {
    if (!byConnection.values().remove(member)) {
      return false;
    }
    byAgent.computeIfPresent(
        member.agentId(),
        (id, members) -> {
          members.remove(member);
          return members.isEmpty() ? null : members;
        });
    return true;
  }

  /** Says that an agent has something new. */
  void tell(UUID agentId) {
    byAgent.getOrDefault(agentId, Set.of()).forEach(this::tell);
  }

  /** Says something that is not kept, and so has no sequence. */
  void pass(PassingNews news) {
    Passing message = new Passing(news.type(), news.at(), news.data());
    byAgent.getOrDefault(news.agentId(), Set.of()).forEach(member -> member.pass(message));
  }

  /** Looks for everybody, after the notifications may have been interrupted. */
  void tellAll() {
    byConnection.values().forEach(this::tell);
  }

  private void tell(Member member) {
    try {
      member.tell(told -> after(member.agentId(), told));
    } catch (RuntimeException e) {
      // The client comes back with ?since and is told then; closing ends in OnClose.
      LOG.debugf("Stream was not told. agentId=%s error=%s", member.agentId(), e);
      member.close(CloseReason.INTERNAL_SERVER_ERROR);
    }
  }

  private List<StreamEvent> after(UUID agentId, long sequence) {
    return database.reading(
        statements ->
            statements.query(
                "select sequence, type, created_at, data from agent_event where agent_id = $1 and"
                    + " sequence > $2 order by sequence limit "
                    + BATCH,
                row ->
                    new StreamEvent(
                        row.getString(1),
                        row.getLong(0),
                        row.getOffsetDateTime(2).toInstant(),
                        new RawValue(row.getString(3))),
                agentId,
                sequence));
  }

  private Kept kept(UUID agentId) {
    return database.reading(
        statements ->
            statements
                .query(
                    """
                    select a.stream_sequence, coalesce((select min(sequence) from agent_event e where e.agent_id = a.id),
                      a.stream_sequence + 1) from agent a where id = $1
                    """,
                    row -> new Kept(row.getLong(0), row.getLong(1)),
                    agentId)
                .get(0));
  }

  private record Kept(long newest, long oldest) {}

  private record Hello(String type, Instant time, UUID agentId, long seq) {}

  private record Passing(String type, Instant at, JsonNode data) {}

  private record Resync(String type, long seq) {}
}
