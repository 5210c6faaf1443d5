package io.parley.routing.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parley.events.AgentEvent;
import io.parley.events.ConversationEvent;
import io.parley.events.ConversationEvent.Author;
import io.parley.events.DeliveryState;
import io.parley.events.Event;
import io.parley.events.EventData;
import io.parley.events.EventJson;
import io.parley.events.MediaRequested;
import io.parley.events.MessageDropped;
import io.parley.events.ReplyRequested;
import io.parley.events.TraceParent;
import io.parley.platform.database.Transaction;
import io.parley.platform.outbox.Outbox;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one transaction changes about conversations and agents, written in few statements
 * at its end: rows, what agents' streams show, and events in the outbox. Conversations are locked
 * before agents, and agents in the order of their ids, so that two transactions never wait for each
 * other in a circle.
 */
public final class Journal {

  private static final String SOURCE = "/parley/routing";

  private final Transaction transaction;
  private final Instant now;
  private final List<Tuple> inserted = new ArrayList<>();
  private final List<Tuple> updated = new ArrayList<>();
  private final List<ThreadMessage> messages = new ArrayList<>();
  private final List<ThreadMedia> media = new ArrayList<>();
  private final List<Event<?>> events = new ArrayList<>();
  private final SideTables sideTables = new SideTables();
  private final TreeMap<UUID, AgentChange> agents = new TreeMap<>();
  private final TraceParent trace;

  /**
   * A journal for one transaction.
   *
   * @param now the time of the transaction
   * @param trace for events that belong to no conversation
   */
  public Journal(Transaction transaction, Instant now, TraceParent trace) {
    this.transaction = transaction;
    this.now = now;
    this.trace = trace;
  }

  /** Records a new conversation. */
  public void opened(Step<? extends Conversation> step, @Nullable Instant closesAt) {
    inserted.add(ConversationRows.insertion(step.after(), closesAt));
    tell(step, null);
  }

  /**
   * Records a move; the units that agents hold are changed with it.
   *
   * @param before as it is stored
   */
  public void moved(
      Conversation before, Step<? extends Conversation> step, @Nullable Instant closesAt) {
    before.holding().ifPresent(h -> agent(h.agentId()).units -= h.units());
    step.after().holding().ifPresent(h -> agent(h.agentId()).units += h.units());
    updated.add(ConversationRows.update(step.after(), closesAt));
    tell(step, before.agent().orElse(null));
  }

  /** Records an offer whose units were already reserved when the agent was claimed. */
  public void offered(Open before, Step<Offered> step, @Nullable Instant closesAt) {
    updated.add(ConversationRows.update(step.after(), closesAt));
    limitChanged(step.after().offer().agentId());
    tell(step, null);
  }

  /** Tells an agent's load and limit, which the caller has stored. */
  public void limitChanged(UUID agentId) {
    agent(agentId).stored = true;
  }

  /** Adds a message to a thread. */
  public void appended(ThreadMessage message) {
    messages.add(message);
  }

  /** Adds what is attached to a message of a thread. */
  public void attached(List<ThreadMedia> attachments) {
    media.addAll(attachments);
  }

  /**
   * Asks outbound to fetch an attachment again. The caller has locked the conversation.
   *
   * @param requestTrace the trace of the conversation
   */
  public void requested(MediaRequested request, TraceParent requestTrace) {
    String key = request.conversationId().toString();
    String id = request.mediaId() + "/requested/" + request.requestedAt();
    events.add(new Event<>(id, SOURCE, key, now, requestTrace, key, request));
  }

  /**
   * Tells that a message was dropped.
   *
   * @param eventId of the message; the same message again is the same news
   */
  public void dropped(String eventId, MessageDropped drop, TraceParent messageTrace) {
    String key = drop.accountId().toString();
    events.add(new Event<>(eventId + "/dropped", SOURCE, key, now, messageTrace, key, drop));
  }

  /** Hands a reply to outbound. */
  public void requested(ReplyRequested reply, TraceParent replyTrace) {
    String key = reply.conversationId().toString();
    events.add(new Event<>(reply.messageId().toString(), SOURCE, key, now, replyTrace, key, reply));
  }

  /** Tells an agent's desk something at once, and in order. */
  public void show(UUID agentId, String type, Object data) {
    agent(agentId).shown.add(new Shown(type, json(data)));
  }

  /** Records a presence that the caller has stored. */
  public void presenceChanged(UUID agentId, AgentPresence presence) {
    agent(agentId).presence = presence;
    show(agentId, "presence.changed", presence);
  }

  private void tell(Step<? extends Conversation> step, @Nullable UUID formerAgent) {
    Conversation after = step.after();
    for (ConversationEvent event : step.events()) {
      events.add(
          event(
              event,
              event.conversationId().toString(),
              event.sequence(),
              after.progress().trace()));
      sideTables.add(event);
    }
    StreamEvents.of(step, formerAgent).forEach(e -> show(e.agentId(), e.type(), e.data()));
  }

  private Event<?> event(EventData data, String key, long sequence, TraceParent of) {
    return new Event<>(key + "/" + sequence, SOURCE, key, now, of, key, data);
  }

  /** Writes everything. Call it once, last in the transaction. */
  public void write(Outbox outbox) {
    transaction.batch(ConversationRows.INSERT, inserted);
    transaction.batch(ConversationRows.UPDATE, updated);
    transaction.batch(
        "insert into message (id, conversation_id, position, author, agent_id, event_id, content,"
            + " created_at, delivery_state) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        messages.stream().map(Journal::row).toList());
    // In one order, so that two transactions never wait for each other.
    media.sort(Comparator.comparing(ThreadMedia::id));
    transaction.batch(
        """
        insert into media (id, conversation_id, message_id, content_type) values ($1, $2, $3, $4)
        on conflict (id) do update set conversation_id = excluded.conversation_id, message_id = excluded.message_id,
          content_type = coalesce(media.content_type, excluded.content_type)
        """,
        media.stream()
            .map(m -> Tuple.of(m.id(), m.conversationId(), m.messageId(), m.statedType()))
            .toList());
    sideTables.write(transaction);
    writeAgents();
    outbox.append(transaction, events);
  }

  private void writeAgents() {
    if (agents.isEmpty()) {
      return;
    }
    UUID[] ids = agents.keySet().toArray(UUID[]::new);
    transaction.query(
        "select id from agent where id = any($1) order by id for update", row -> 0, (Object) ids);
    List<AgentCounters> counters =
        transaction.query(
            """
            update agent a set load = a.load + d.units,
              event_sequence = a.event_sequence + d.events,
              stream_sequence = a.stream_sequence + d.shown
            from unnest($1::uuid[], $2::int[], $3::int[], $4::int[]) d(id, units, events, shown)
            where a.id = d.id
            returning a.id, a.load, a.capacity, a.event_sequence, a.stream_sequence
            """,
            row ->
                new AgentCounters(
                    row.getUUID(0),
                    row.getInteger(1),
                    row.getInteger(2),
                    row.getLong(3),
                    row.getLong(4)),
            ids,
            agents.values().stream().map(c -> c.units).toArray(Integer[]::new),
            agents.values().stream().map(AgentChange::eventCount).toArray(Integer[]::new),
            agents.values().stream().map(AgentChange::shownCount).toArray(Integer[]::new));
    List<Tuple> shown = new ArrayList<>();
    for (AgentCounters c : counters) {
      AgentChange change = agents.get(c.id());
      if (change != null) {
        tell(change, c, shown);
      }
    }
    transaction.batch(
        "insert into agent_event (agent_id, sequence, type, data, created_at) values ($1, $2, $3,"
            + " $4, $5)",
        shown);
    if (!shown.isEmpty()) {
      transaction.query(
          "select pg_notify('agent_event', id::text) from unnest($1::uuid[]) id",
          row -> 0,
          (Object) ids);
    }
  }

  private void tell(AgentChange change, AgentCounters c, List<Tuple> shown) {
    long sequence = c.eventSequence() - change.eventCount();
    AgentPresence presence = change.presence;
    if (presence != null) {
      sequence++;
      events.add(
          event(
              new AgentEvent.PresenceChanged(
                  c.id(), sequence, now, presence.presence(), presence.changedBy()),
              c.id().toString(),
              sequence,
              trace));
    }
    List<Shown> toShow = new ArrayList<>(change.shown);
    if (change.capacityChanged()) {
      sequence++;
      AgentEvent.CapacityChanged capacity =
          new AgentEvent.CapacityChanged(c.id(), sequence, now, c.load(), c.capacity());
      events.add(event(capacity, c.id().toString(), sequence, trace));
      toShow.add(new Shown("capacity.changed", json(capacity)));
    }
    long streamSequence = c.streamSequence() - toShow.size();
    for (Shown s : toShow) {
      streamSequence++;
      shown.add(Tuple.of(c.id(), streamSequence, s.type(), s.json(), now.atOffset(ZoneOffset.UTC)));
    }
  }

  private AgentChange agent(UUID id) {
    return agents.computeIfAbsent(id, key -> new AgentChange());
  }

  private static Tuple row(ThreadMessage m) {
    return Tuple.from(
        Arrays.asList(
            m.id(),
            m.conversationId(),
            m.position(),
            m.author().name(),
            m.agentId(),
            m.eventId(),
            m.content(),
            m.at().atOffset(ZoneOffset.UTC),
            m.author() == Author.AGENT ? DeliveryState.QUEUED.name() : null));
  }

  private static String json(Object data) {
    try {
      return EventJson.mapper().writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + data.getClass(), e);
    }
  }

  private record Shown(String type, String json) {}

  private record AgentCounters(
      UUID id, int load, int capacity, long eventSequence, long streamSequence) {}

  private static final class AgentChange {

    private int units;
    private boolean stored;
    private @Nullable AgentPresence presence;
    private final List<Shown> shown = new ArrayList<>();

    boolean capacityChanged() {
      return units != 0 || stored;
    }

    int eventCount() {
      return (presence == null ? 0 : 1) + (capacityChanged() ? 1 : 0);
    }

    int shownCount() {
      return shown.size() + (capacityChanged() ? 1 : 0);
    }
  }
}
