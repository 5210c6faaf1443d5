package io.parley.routing.timer;

import io.parley.routing.agent.LostAgents;
import io.parley.routing.attachment.UnusedUploads;
import io.parley.routing.conversation.Conversation;
import io.parley.routing.conversation.Conversation.Closable;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Change;
import io.parley.routing.conversation.Conversations.Reading;
import io.parley.routing.conversation.Offered;
import io.parley.routing.distribution.Distributor;
import io.parley.routing.distribution.QueueFigures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Fires what is due: offers that nobody answered, conversations that stayed too long in a state,
 * agents whose clients were lost, files that nobody sent. Due times are rows, so they survive a
 * restart; every instance looks, and the lock on the conversation decides who fires.
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
      QueueFigures figures,
      UnusedUploads unusedUploads) {
    this.conversations = conversations;
    this.distributor = distributor;
    this.repetitions =
        List.of(
            new Repetition("offers", Duration.ofMillis(250), this::expireOffers),
            new Repetition("closing", Duration.ofSeconds(5), this::closeStale),
            new Repetition("lost-agents", Duration.ofSeconds(2), lostAgents::sweep),
            new Repetition("figures", Duration.ofSeconds(10), figures::refresh),
            new Repetition("unused-uploads", Duration.ofMinutes(1), unusedUploads::sweep));
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
        "select id, offer_expires_at from conversation where offer_id is not null and"
            + " offer_expires_at <= $1 and (offer_expires_at, id) > ($2, $3) order by"
            + " offer_expires_at, id limit "
            + BATCH,
        this::expire);
  }

  private void closeStale() {
    fire(
        "select id, closes_at from conversation where state <> 'CLOSED' and closes_at <= $1"
            + " and (closes_at, id) > ($2, $3) order by closes_at, id limit "
            + BATCH,
        this::close);
  }

  /** Goes past what could not be done; so one bad row blocks nothing that is due after it. */
  private void fire(String due, BiConsumer<Change, Conversation> action) {
    Due last = Due.FIRST;
    List<Due> batch;
    do {
      Due after = last;
      batch = conversations.read(reading -> due(reading, due, after));
      for (Due each : batch) {
        fire(each.conversationId(), action);
        last = each;
      }
    } while (batch.size() == BATCH);
  }

  private static List<Due> due(Reading reading, String sql, Due after) {
    return reading
        .transaction()
        .query(
            sql,
            row -> new Due(row.getUUID(0), row.getOffsetDateTime(1)),
            reading.now().atOffset(ZoneOffset.UTC),
            after.at(),
            after.conversationId());
  }

  private void fire(UUID id, BiConsumer<Change, Conversation> action) {
    try {
      conversations.change(
          change -> {
            change.lock(id).ifPresent(conversation -> action.accept(change, conversation));
            return null;
          });
    } catch (RuntimeException e) {
      LOG.warnf("Timer fires again later. conversationId=%s error=%s", id, e);
    }
  }

  private void expire(Change change, Conversation conversation) {
    if (conversation instanceof Offered offered
        && !offered.offer().expiresAt().isAfter(change.now())) {
      distributor.follow(change, offered, change.moved(offered, offered.expire(change.now())));
    }
  }

  /** The stored time is that of the last change; the workstream may allow more by now. */
  private void close(Change change, Conversation conversation) {
    if (!(conversation instanceof Closable closable)) {
      return;
    }
    Instant closesAt = change.reading().closesAt(closable).orElseThrow();
    if (closesAt.isAfter(change.now())) {
      change
          .transaction()
          .update(
              "update conversation set closes_at = $2 where id = $1",
              closable.identity().id(),
              closesAt.atOffset(ZoneOffset.UTC));
      return;
    }
    distributor.follow(change, closable, change.moved(closable, closable.autoClose(change.now())));
  }

  /** A row that is due, and its place among these. */
  private record Due(UUID conversationId, OffsetDateTime at) {

    static final Due FIRST = new Due(new UUID(0, 0), Instant.EPOCH.atOffset(ZoneOffset.UTC));
  }
}
