package io.parley.routing.conversation;

import io.parley.events.ConversationEvent;
import io.parley.events.ConversationState;
import io.parley.platform.database.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Sessions, queue segments and offers, which follow from the events of conversations. */
final class SideTables {

  private final Set<UUID> begun = new HashSet<>();
  private final List<Tuple> sessionsOpened = new ArrayList<>();
  private final List<Tuple> sessionsAccepted = new ArrayList<>();
  private final List<Tuple> sessionsClosed = new ArrayList<>();
  private final List<Tuple> segmentsEntered = new ArrayList<>();
  private final List<Tuple> segmentsLeft = new ArrayList<>();
  private final List<Tuple> offersMade = new ArrayList<>();
  private final List<Tuple> offersResolved = new ArrayList<>();

  void add(ConversationEvent event) {
    OffsetDateTime at = time(event.at());
    switch (event) {
      case ConversationEvent.SessionOpened e ->
          sessionsOpened.add(Tuple.of(e.sessionId(), e.conversationId(), e.agentId(), at));
      case ConversationEvent.SessionClosed e ->
          sessionsClosed.add(Tuple.of(e.sessionId(), at, e.reason().name()));
      case ConversationEvent.Queued e -> {
        if (!begun.contains(e.conversationId())) {
          segmentsLeft.add(Tuple.of(e.conversationId(), at));
        }
        segmentsEntered.add(
            Tuple.of(e.segmentId(), e.conversationId(), e.queueId(), at, e.configurationVersion()));
      }
      case ConversationEvent.OfferMade e ->
          offersMade.add(
              Tuple.from(
                  Arrays.asList(
                      e.offerId(),
                      e.conversationId(),
                      e.sessionId(),
                      e.agentId(),
                      at,
                      time(e.expiresAt()),
                      e.configurationVersion())));
      case ConversationEvent.OfferAccepted e -> {
        resolve(e.offerId(), "ACCEPTED", at);
        sessionsAccepted.add(Tuple.of(e.sessionId(), at));
        segmentsLeft.add(Tuple.of(e.conversationId(), at));
      }
      case ConversationEvent.OfferDeclined e -> resolve(e.offerId(), "DECLINED", at);
      case ConversationEvent.OfferExpired e -> resolve(e.offerId(), "EXPIRED", at);
      case ConversationEvent.OfferWithdrawn e -> resolve(e.offerId(), "WITHDRAWN", at);
      case ConversationEvent.StateChanged e -> {
        if (e.to() == ConversationState.CLOSED) {
          segmentsLeft.add(Tuple.of(e.conversationId(), at));
        }
      }
      case ConversationEvent.Opened e -> begun.add(e.conversationId());
      case ConversationEvent.MessageAppended e -> {}
      case ConversationEvent.Classified e -> {}
    }
  }

  private void resolve(UUID offerId, String outcome, OffsetDateTime at) {
    offersResolved.add(Tuple.of(offerId, outcome, at));
  }

  void write(Transaction transaction) {
    transaction.batch(
        "update queue_segment set left_at = $2 where conversation_id = $1 and left_at is null",
        segmentsLeft);
    transaction.batch(
        "insert into queue_segment (id, conversation_id, queue_id, entered_at, configuration_version)"
            + " values ($1, $2, $3, $4, $5)",
        segmentsEntered);
    transaction.batch(
        "update offer set outcome = $2, resolved_at = $3 where id = $1", offersResolved);
    transaction.batch(
        "insert into session (id, conversation_id, agent_id, opened_at) values ($1, $2, $3, $4)",
        sessionsOpened);
    transaction.batch(
        "insert into offer (id, conversation_id, session_id, agent_id, outcome, made_at, expires_at,"
            + " configuration_version) values ($1, $2, $3, $4, 'PENDING', $5, $6, $7)",
        offersMade);
    transaction.batch("update session set accepted_at = $2 where id = $1", sessionsAccepted);
    transaction.batch(
        "update session set closed_at = $2, closure_reason = $3 where id = $1", sessionsClosed);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
