package io.parley.routing.agent;

import io.parley.platform.time.Identifiers;
import io.parley.routing.conversation.Closed;
import io.parley.routing.conversation.Conversation;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Change;
import io.parley.routing.conversation.InConversation;
import io.parley.routing.conversation.Offered;
import io.parley.routing.conversation.Open;
import io.parley.routing.conversation.PresentQueue;
import io.parley.routing.conversation.Waiting;
import io.parley.routing.conversation.WrapUp;
import io.parley.routing.distribution.Distributor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;

/** Gives the offers and accepted conversations of an agent who is gone to others (T12). */
@ApplicationScoped
class HeldConversations {

  private final Conversations conversations;
  private final Distributor distributor;
  private final Identifiers identifiers;

  HeldConversations(Conversations conversations, Distributor distributor, Identifiers identifiers) {
    this.conversations = conversations;
    this.distributor = distributor;
    this.identifiers = identifiers;
  }

  /**
   * Releases one after the other; each conversation is locked before the agent, as everywhere.
   *
   * @param stillGone asked before each with the agent locked, who may have come back meanwhile
   */
  void release(UUID agentId, BiPredicate<Change, AgentRow> stillGone) {
    List<UUID> held =
        conversations.read(
            reading ->
                reading
                    .transaction()
                    .query(
                        "select id from conversation where agent_id = $1 and state = 'ACTIVE' order by id",
                        row -> row.getUUID(0),
                        agentId));
    for (UUID id : held) {
      conversations.change(
          change -> {
            change
                .lock(id)
                .filter(c -> c.agent().filter(agentId::equals).isPresent())
                .filter(
                    c ->
                        Agents.lock(change, agentId)
                            .filter(agent -> stillGone.test(change, agent))
                            .isPresent())
                .ifPresent(c -> release(change, c));
            return null;
          });
    }
  }

  private void release(Change change, Conversation conversation) {
    Conversation after =
        switch (conversation) {
          case Offered offered -> change.moved(offered, offered.withdraw(change.now()));
          case InConversation in ->
              change.moved(
                  in,
                  in.returningTo(PresentQueue.of(change.configuration(), in.identity()))
                      .loseAgent(change.now(), identifiers::next));
          case Open open -> open;
          case Waiting waiting -> waiting;
          case WrapUp wrapUp -> wrapUp;
          case Closed closed -> closed;
        };
    distributor.follow(change, conversation, after);
  }
}
