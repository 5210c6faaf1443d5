package io.parley.outbound.media;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.events.Event;
import io.parley.events.MessageReceived;
import io.parley.platform.database.Transaction;
import io.parley.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Reads and writes attachments of customers together with the events about them. Whoever changes
 * one reads it here first, which locks it.
 */
@ApplicationScoped
public class MediaLedger {

  private static final Logger LOG = Logger.getLogger(MediaLedger.class);

  private static final String LOCK =
      "select " + MediaRow.COLUMNS + " from media where id = $1 for update";
  private static final String LOCK_DUE =
      "select "
          + MediaRow.COLUMNS
          + " from media where due_at <= $1 and id <> all($3) and account_id <> all($4)"
          + " order by due_at limit $2 for update skip locked";

  /** A request counts once, however often it is read: only the newest one is remembered. */
  private static final String NOTE_REQUEST =
      "update media set requested_at = $2 where id = $1"
          + " and (requested_at is null or requested_at < $2)";

  private final Outbox outbox;
  private final MediaBell bell;
  private final MeterRegistry meters;

  MediaLedger(Outbox outbox, MediaBell bell, MeterRegistry meters) {
    this.outbox = outbox;
    this.bell = bell;
    this.meters = meters;
  }

  /** Takes in what is attached to messages. What is there already is left alone. */
  public void announce(Transaction transaction, List<Event<?>> events, Instant now) {
    List<MediaOrigin> attached = new ArrayList<>();
    for (Event<?> event : events) {
      if (event.data() instanceof MessageReceived message) {
        attached.addAll(MediaOrigin.of(event, message, now));
      }
    }
    // In one order, so that two instances cannot deadlock.
    attached.sort(Comparator.comparing(MediaOrigin::id));
    List<CustomerMedia> fresh = new ArrayList<>();
    for (MediaOrigin origin : attached) {
      transaction
          .first(MediaRow.INSERT, row -> row.getUUID(0), MediaRow.announced(origin))
          .ifPresent(id -> fresh.add(CustomerMedia.announced(origin)));
    }
    if (!fresh.isEmpty()) {
      publish(transaction, fresh);
      transaction.afterCommit(bell::ring);
    }
  }

  /**
   * Somebody asks for attachments again. Only those that are unavailable are affected; a request
   * that is read twice has one effect.
   *
   * @param requests the time of each request, by the attachment's id
   */
  public void request(Transaction transaction, Map<UUID, Instant> requests, Instant now) {
    for (Map.Entry<UUID, Instant> request : new TreeMap<>(requests).entrySet()) {
      UUID id = request.getKey();
      Optional<CustomerMedia> found = lock(transaction, id);
      if (found.isEmpty()) {
        LOG.warnf("An attachment is asked for that is not known. mediaId=%s", id);
        continue;
      }
      CustomerMedia media = found.get();
      boolean isNew = transaction.update(NOTE_REQUEST, id, MediaRow.time(request.getValue())) == 1;
      if (isNew && media.standing() instanceof MediaStanding.Unavailable unavailable) {
        write(transaction, media, media.begunAnew(unavailable.askedFor(now), now));
        transaction.afterCommit(bell::ring);
      }
    }
  }

  /** One attachment, locked until the end of the transaction. */
  Optional<CustomerMedia> lock(Transaction transaction, UUID id) {
    return transaction.first(LOCK, MediaRow::read, id);
  }

  /**
   * What is due, longest due first, locked until the end of the transaction. What somebody else has
   * locked is left out.
   *
   * @param without attachments to leave out
   * @param notWith accounts to leave out
   */
  List<CustomerMedia> lockDue(
      Transaction transaction,
      Instant now,
      int limit,
      Collection<UUID> without,
      Collection<UUID> notWith) {
    return transaction.query(
        LOCK_DUE,
        MediaRow::read,
        MediaRow.time(now),
        (long) limit,
        without.toArray(UUID[]::new),
        notWith.toArray(UUID[]::new));
  }

  /** Writes an attachment in its new state, and publishes what others can see. */
  void write(Transaction transaction, CustomerMedia before, CustomerMedia after) {
    if (before.equals(after)) {
      return;
    }
    transaction.batch(MediaRow.UPDATE, List.of(MediaRow.changing(after)));
    if (before.version() != after.version()) {
      publish(transaction, List.of(after));
    }
  }

  private void publish(Transaction transaction, List<CustomerMedia> media) {
    outbox.append(transaction, media.stream().map(CustomerMedia::event).toList());
    transaction.afterCommit(() -> media.forEach(this::count));
  }

  private void count(CustomerMedia media) {
    meters
        .counter("parley.outbound.media.changes", "state", media.event().data().state().name())
        .increment();
  }
}
