package io.parley.routing.timer;

import io.parley.routing.agent.LostAgents;
import io.parley.routing.conversation.Conversation;
import io.parley.routing.conversation.Conversation.Closable;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Change;
import io.parley.routing.conversation.Offered;
import io.parley.routing.distribution.Distributor;
import io.parley.routing.distribution.QueueFigures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jboss.logging.Logger;

/**
 * Fires what is due: offers that nobody answered, conversations that stayed too long in a state,
 * agents whose clients were lost. Due times are rows, so they survive a restart; every instance
 * looks, and the lock on the conversation decides who fires.
 */
@ApplicationScoped
class Timers {

  private static final Logger LOG = Logger.getLogger(Timers.class);
  private static final int BATCH = 100;

  private final Conversations conversations;
  private final Distributor distributor;
  private final List<Repetition> repetitions;

  Timers(
      Conversations conversations,
      Distributor distributor,
      LostAgents lostAgents,
      QueueFigures figures) {
    this.conversations = conversations;
    this.distributor = distributor;
    this.repetitions =
        List.of(
            new Repetition("offers", Duration.ofMillis(250), this::expireOffers),
            new Repetition("closing", Duration.ofSeconds(5), this::closeStale),
            new Repetition("lost-agents", Duration.ofSeconds(2), lostAgents::sweep),
            new Repetition("figures", Duration.ofSeconds(10), figures::refresh));
  }

  void start(@Observes StartupEvent event) {
    repetitions.forEach(Repetition::start);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    repetitions.forEach(Repetition::end);
    for (Repetition repetition : repetitions) {
      repetition.awaitEnd();
    }
  }

  private void expireOffers() {
    fire(
        "select id from conversation where offer_id is not null and offer_expires_at <= $1 order by offer_expires_at limit "
            + BATCH,
        this::expire);
  }

  private void closeStale() {
    fire(
        "select id from conversation where state <> 'CLOSED' and closes_at <= $1 order by closes_at limit "
            + BATCH,
        this::close);
  }

  /** As long as there is a full batch and something of it could be done. */
  private void fire(String due, BiPredicate<Change, Conversation> action) {
    long fired;
    List<UUID> ids;
    do {
      ids =
          conversations.read(
              reading ->
                  reading
                      .transaction()
                      .query(due, row -> row.getUUID(0), reading.now().atOffset(ZoneOffset.UTC)));
      fired = ids.stream().filter(id -> fire(id, action)).count();
    } while (ids.size() == BATCH && fired > 0);
  }

  private boolean fire(UUID id, BiPredicate<Change, Conversation> action) {
    try {
      return conversations.change(
          change -> change.lock(id).filter(c -> action.test(change, c)).isPresent());
    } catch (RuntimeException e) {
      LOG.warnf("Timer fires again later. conversationId=%s error=%s", id, e);
      return false;
    }
  }

  private boolean expire(Change change, Conversation conversation) {
    if (!(conversation instanceof Offered offered)
        || offered.offer().expiresAt().isAfter(change.now())) {
      return false;
    }
    distributor.follow(change, offered, change.moved(offered, offered.expire(change.now())));
    return true;
  }

  private boolean close(Change change, Conversation conversation) {
    if (!(conversation instanceof Closable closable)
        || change.reading().closesAt(closable).filter(at -> !at.isAfter(change.now())).isEmpty()) {
      return false;
    }
    distributor.follow(change, closable, change.moved(closable, closable.autoClose(change.now())));
    return true;
  }
}
