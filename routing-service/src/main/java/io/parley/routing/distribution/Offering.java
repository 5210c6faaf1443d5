package io.parley.routing.distribution;

import io.parley.events.Presence;
import io.parley.events.configuration.Queue;
import io.parley.events.configuration.User;
import io.parley.events.configuration.Workstream;
import io.parley.platform.time.Identifiers;
import io.parley.routing.conversation.ConversationRows;
import io.parley.routing.conversation.Conversations.Change;
import io.parley.routing.conversation.Offer;
import io.parley.routing.conversation.Open;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One round in a queue, one transaction: takes the conversations at its head, decides, reserves
 * capacity and offers. Waiting conversations are taken with {@code SKIP LOCKED} and capacity is
 * reserved by a conditional update, so that any number of instances do this at the same time,
 * nobody is overfilled and no conversation is offered twice. Only conversations that somebody has
 * room for are taken, and not many more than there is room for; so a round locks little however
 * many wait.
 */
@ApplicationScoped
class Offering {

  private static final int LEAST = 10;
  private static final int MOST = 100;

  private static final String CANDIDATES =
      "select id, presence, capacity - load, last_assigned_at from agent"
          + " where id = any($1) and presence <> 'OFFLINE' and load <= capacity";

  private static final String HEADS =
      "select "
          + ConversationRows.COLUMNS
          + " from conversation where state = 'OPEN' and queue_id = $1 and workstream_id = any($2)"
          + " and (-priority, waiting_since, id) > ($3, $4, $5)"
          + " order by -priority, waiting_since, id limit $6 for update skip locked";

  private static final String DECLINES =
      "select conversation_id, agent_id, count(*) from offer where conversation_id = any($1)"
          + " and outcome in ('DECLINED', 'EXPIRED') group by 1, 2";

  private static final String CLAIM =
      "update agent set load = load + $2, last_assigned_at = $3"
          + " where id = $1 and load + $2 <= capacity and presence = any($4)";

  private final Identifiers identifiers;

  Offering(Identifiers identifiers) {
    this.identifiers = identifiers;
  }

  /**
   * Offers what can be offered. Queue, agents and workstreams are those of the one configuration of
   * the transaction.
   *
   * @param after the place where the round before ended
   */
  Round round(Change change, UUID queueId, Place after) {
    return change
        .configuration()
        .queue(queueId)
        .map(queue -> round(change, queue, after))
        .orElse(Round.NOBODY);
  }

  private Round round(Change change, Queue queue, Place after) {
    List<Candidate> candidates = candidates(change, queue);
    Map<UUID, Workstream> servable = servable(change, candidates);
    if (servable.isEmpty()) {
      return Round.NOBODY;
    }
    int page = page(servable, candidates);
    List<Open> heads = heads(change, queue, servable, after, page);
    List<Distribution.Assignment> assignments =
        Distribution.decide(required(change, servable, heads), candidates, change.now());
    Map<UUID, Open> byId = new HashMap<>();
    heads.forEach(open -> byId.put(open.identity().id(), open));
    int offered = 0;
    for (Distribution.Assignment assignment : inLockOrder(assignments)) {
      Open open = Objects.requireNonNull(byId.get(assignment.conversationId()));
      Workstream workstream = Objects.requireNonNull(servable.get(open.identity().workstreamId()));
      if (claim(change, assignment, workstream)) {
        offer(change, open, assignment, workstream);
        offered++;
      }
    }
    return new Round(
        offered,
        assignments.size() - offered,
        heads.size() < page ? Optional.empty() : Optional.of(Place.of(heads.get(page - 1))));
  }

  private static List<Candidate> candidates(Change change, Queue queue) {
    UUID[] members =
        queue.members().stream()
            .filter(id -> change.configuration().user(id).filter(User::enabled).isPresent())
            .toArray(UUID[]::new);
    return change
        .transaction()
        .query(
            CANDIDATES,
            row ->
                new Candidate(
                    row.getUUID(0),
                    Presence.valueOf(row.getString(1)),
                    row.getInteger(2),
                    Optional.ofNullable(row.getOffsetDateTime(3))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null)),
            (Object) members);
  }

  /**
   * The workstreams that somebody has room for. A conversation without its workstream waits until
   * an administrator has mended that: nobody can say what it costs.
   */
  private static Map<UUID, Workstream> servable(Change change, List<Candidate> candidates) {
    Map<UUID, Workstream> servable = new LinkedHashMap<>();
    for (Workstream workstream : change.configuration().all(Workstream.class)) {
      if (candidates.stream()
          .anyMatch(c -> c.canTake(workstream.capacityUnits(), workstream.allowedPresences()))) {
        servable.put(workstream.id(), workstream);
      }
    }
    return servable;
  }

  private static int page(Map<UUID, Workstream> servable, List<Candidate> candidates) {
    int cheapest = servable.values().stream().mapToInt(Workstream::capacityUnits).min().orElse(0);
    if (cheapest == 0) {
      return MOST;
    }
    long room = candidates.stream().mapToLong(candidate -> candidate.free() / cheapest).sum();
    return Math.clamp(room, LEAST, MOST);
  }

  private static List<Open> heads(
      Change change, Queue queue, Map<UUID, Workstream> servable, Place after, int page) {
    return change
        .reading()
        .select(
            HEADS,
            queue.id(),
            servable.keySet().toArray(UUID[]::new),
            after.rank(),
            after.waitingSince().atOffset(ZoneOffset.UTC),
            after.conversationId(),
            page)
        .stream()
        .map(Open.class::cast)
        .toList();
  }

  private static List<Distribution.Head> required(
      Change change, Map<UUID, Workstream> servable, List<Open> heads) {
    Map<UUID, Map<UUID, Integer>> declines = new HashMap<>();
    change
        .transaction()
        .query(
            DECLINES,
            row ->
                declines
                    .computeIfAbsent(row.getUUID(0), id -> new HashMap<>())
                    .put(row.getUUID(1), row.getInteger(2)),
            (Object) heads.stream().map(open -> open.identity().id()).toArray(UUID[]::new));
    List<Distribution.Head> required = new ArrayList<>();
    for (Open open : heads) {
      UUID id = open.identity().id();
      Workstream workstream = Objects.requireNonNull(servable.get(open.identity().workstreamId()));
      required.add(
          new Distribution.Head(
              id,
              new Requirement(
                  workstream.capacityUnits(),
                  workstream.allowedPresences(),
                  declines.getOrDefault(id, Map.of()))));
    }
    return required;
  }

  /** As PostgreSQL orders UUIDs, which is not how {@link UUID#compareTo} does. */
  private static List<Distribution.Assignment> inLockOrder(
      List<Distribution.Assignment> assignments) {
    return assignments.stream()
        .sorted(Comparator.comparing(assignment -> assignment.agentId().toString()))
        .toList();
  }

  private static boolean claim(
      Change change, Distribution.Assignment assignment, Workstream workstream) {
    return change
            .transaction()
            .update(
                CLAIM,
                assignment.agentId(),
                assignment.units(),
                change.now().atOffset(ZoneOffset.UTC),
                workstream.allowedPresences().stream().map(Presence::name).toArray(String[]::new))
        == 1;
  }

  private void offer(
      Change change, Open open, Distribution.Assignment assignment, Workstream workstream) {
    Offer offer =
        new Offer(
            identifiers.next(),
            identifiers.next(),
            assignment.agentId(),
            change.now().plus(workstream.offerTimeout()));
    change.offered(
        open, open.offer(offer, assignment.units(), assignment.candidates(), change.now()));
  }
}
