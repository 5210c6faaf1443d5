package io.parley.routing.desk;

import io.parley.events.configuration.Workstream;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.platform.time.Identifiers;
import io.parley.routing.conversation.Closed;
import io.parley.routing.conversation.Conversation;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Change;
import io.parley.routing.conversation.InConversation;
import io.parley.routing.conversation.Offered;
import io.parley.routing.conversation.Open;
import io.parley.routing.conversation.Step;
import io.parley.routing.conversation.Waiting;
import io.parley.routing.conversation.WrapUp;
import io.parley.routing.distribution.Distributor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * What agents do with conversations. Each command names the version that the agent saw; one that
 * comes late or twice is refused and changes nothing.
 */
@ApplicationScoped
class Desk {

  /** What one conversation costs when its workstream has been deleted meanwhile. */
  private static final int UNITS_WITHOUT_WORKSTREAM = 0;

  private final Conversations conversations;
  private final Distributor distributor;
  private final Identifiers identifiers;

  Desk(Conversations conversations, Distributor distributor, Identifiers identifiers) {
    this.conversations = conversations;
    this.distributor = distributor;
    this.identifiers = identifiers;
  }

  ConversationView accept(UUID agentId, UUID offerId, long version) {
    return answer(agentId, offerId, version, (change, offered) -> offered.accept(change.now()));
  }

  ConversationView decline(UUID agentId, UUID offerId, long version) {
    return answer(agentId, offerId, version, (change, offered) -> offered.decline(change.now()));
  }

  ConversationView end(UUID agentId, UUID conversationId, long version) {
    return command(
        agentId,
        conversationId,
        version,
        (change, conversation) -> {
          if (conversation instanceof InConversation in) {
            return in.end(change.now());
          }
          throw Refusals.wrongState(conversation, "ended", "an accepted conversation");
        });
  }

  /**
   * Closes the session: an accepted conversation waits for the customer, one in wrap-up is over.
   */
  ConversationView close(UUID agentId, UUID conversationId, long version) {
    return command(
        agentId,
        conversationId,
        version,
        (change, conversation) ->
            switch (conversation) {
              case InConversation in -> in.setAside(change.now());
              case WrapUp wrapUp -> wrapUp.close(change.now());
              case Open open -> throw noSession(open);
              case Offered offered -> throw noSession(offered);
              case Waiting waiting -> throw noSession(waiting);
              case Closed closed -> throw noSession(closed);
            });
  }

  ConversationView reopen(UUID agentId, UUID conversationId, long version) {
    return command(
        agentId,
        conversationId,
        version,
        (change, conversation) -> {
          if (conversation instanceof Waiting waiting) {
            return waiting.reopen(identifiers.next(), units(change, waiting), change.now());
          }
          throw Refusals.wrongState(conversation, "re-opened", "a waiting conversation");
        });
  }

  private ConversationView answer(
      UUID agentId,
      UUID offerId,
      long version,
      BiFunction<Change, Offered, Step<? extends Conversation>> move) {
    return conversations.change(
        change -> {
          UUID conversationId =
              change
                  .transaction()
                  .first(
                      "select conversation_id from offer where id = $1 and agent_id = $2",
                      row -> row.getUUID(0),
                      offerId,
                      agentId)
                  .orElseThrow(() -> Refusals.notFound("offer", offerId));
          Conversation conversation = change.lock(conversationId).orElseThrow();
          if (!(conversation instanceof Offered offered)
              || !offered.offer().id().equals(offerId)
              || !offered.offer().expiresAt().isAfter(change.now())) {
            throw new ProblemException(
                ProblemType.STATE_CONFLICT,
                "The offer " + offerId + " is no longer open: " + outcome(change, offerId) + ".");
          }
          Refusals.requireVersion(offered, version);
          return moved(change, offered, move.apply(change, offered));
        });
  }

  /** An offer that is due but that no timer has ended yet is expired all the same. */
  private static String outcome(Change change, UUID offerId) {
    return change
        .transaction()
        .first("select outcome from offer where id = $1", row -> row.getString(0), offerId)
        .filter(outcome -> !outcome.equals("PENDING"))
        .orElse("EXPIRED")
        .toLowerCase(Locale.ROOT);
  }

  private ConversationView command(
      UUID agentId,
      UUID conversationId,
      long version,
      BiFunction<Change, Conversation, Step<? extends Conversation>> move) {
    return conversations.change(
        change -> {
          Conversation conversation = Access.own(change, agentId, conversationId);
          Refusals.requireVersion(conversation, version);
          return moved(change, conversation, move.apply(change, conversation));
        });
  }

  private ConversationView moved(
      Change change, Conversation before, Step<? extends Conversation> step) {
    Conversation after = change.moved(before, step);
    distributor.follow(change, before, after);
    return ConversationView.of(change.reading(), after);
  }

  private static int units(Change change, Conversation conversation) {
    return change
        .configuration()
        .workstream(conversation.identity().workstreamId())
        .map(Workstream::capacityUnits)
        .orElse(UNITS_WITHOUT_WORKSTREAM);
  }

  private static ProblemException noSession(Conversation conversation) {
    return Refusals.wrongState(
        conversation, "closed", "a conversation that you have accepted or ended");
  }
}
