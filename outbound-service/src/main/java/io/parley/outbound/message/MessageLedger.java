package io.parley.outbound.message;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.platform.database.Transaction;
import io.parley.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes messages together with their lines and the events about them. Whoever changes
 * messages reads them here first, which locks their lines, so that everything about one
 * conversation happens in one order.
 */
@ApplicationScoped
public class MessageLedger {

  private static final String OPEN = "state in ('QUEUED', 'CALLING', 'RESOLVING')";
  private static final String NEW_LINES =
      "insert into conversation_line (conversation_id) select unnest($1::uuid[])"
          + " on conflict do nothing";
  private static final String LOCK_LINES =
      "select conversation_id from conversation_line where conversation_id = any($1)"
          + " order by conversation_id for update";
  private static final String LOCK_LINES_OF =
      "select conversation_id from conversation_line where conversation_id in"
          + " (select conversation_id from message where id = any($1))"
          + " order by conversation_id for update";
  private static final String LOCK_DUE_LINES =
      "select conversation_id from conversation_line where due_at <= $1"
          + " and conversation_id <> all($3) and coalesce(channel_address_id <> all($4), true)"
          + " order by due_at limit $2 for update skip locked";
  private static final String HEADS =
      "select distinct on (conversation_id) "
          + MessageRow.COLUMNS
          + " from message where conversation_id = any($1) and "
          + OPEN
          + " order by conversation_id, position";
  private static final String BY_IDS =
      "select " + MessageRow.COLUMNS + " from message where id = any($1)";
  private static final String REFRESH_LINES =
      "update conversation_line l set (due_at, channel_address_id) ="
          + " (select m.due_at, m.channel_address_id from message m where m.conversation_id = l.conversation_id and m."
          + OPEN
          + " order by m.position limit 1) where l.conversation_id = any($1)";

  private final Outbox outbox;
  private final Bell bell;
  private final MeterRegistry meters;

  MessageLedger(Outbox outbox, Bell bell, MeterRegistry meters) {
    this.outbox = outbox;
    this.bell = bell;
    this.meters = meters;
  }

  /**
   * Puts new letters at the ends of their lines, in the order given. Letters that are there already
   * are left out.
   */
  public void append(Transaction transaction, List<Letter> letters) {
    UUID[] lines = sorted(letters.stream().map(Letter::conversationId).toList());
    transaction.update(NEW_LINES, (Object) lines);
    transaction.query(LOCK_LINES, row -> row.getUUID(0), (Object) lines);
    Set<UUID> isNew =
        new HashSet<>(
            transaction.query(MessageRow.INSERT, row -> row.getUUID(0), letterColumns(letters)));
    List<Message> messages =
        letters.stream().filter(letter -> isNew.remove(letter.id())).map(Message::queued).toList();
    publish(transaction, messages);
    transaction.update(REFRESH_LINES, (Object) lines);
    transaction.afterCommit(bell::ring);
  }

  /** One message, to be looked at only. */
  public Optional<Message> find(Transaction transaction, UUID id) {
    return transaction.first(BY_IDS, MessageRow::read, (Object) new UUID[] {id});
  }

  /** The messages with these ids, with their lines locked until the end of the transaction. */
  public Map<UUID, Message> lock(Transaction transaction, Collection<UUID> ids) {
    UUID[] wanted = sorted(ids);
    transaction.query(LOCK_LINES_OF, row -> row.getUUID(0), (Object) wanted);
    Map<UUID, Message> found = new HashMap<>();
    transaction
        .query(BY_IDS, MessageRow::read, (Object) wanted)
        .forEach(message -> found.put(message.id(), message));
    return found;
  }

  /**
   * The heads of lines that are due, longest due first, with the lines locked until the end of the
   * transaction. Lines that somebody else has locked are left out.
   *
   * @param without conversations to leave out
   * @param notFrom addresses of ours to leave out
   */
  public List<Message> lockDueHeads(
      Transaction transaction,
      Instant now,
      int limit,
      Collection<UUID> without,
      Collection<UUID> notFrom) {
    List<UUID> lines =
        transaction.query(
            LOCK_DUE_LINES,
            row -> row.getUUID(0),
            MessageRow.time(now),
            (long) limit,
            sorted(without),
            sorted(notFrom));
    if (lines.isEmpty()) {
      return List.of();
    }
    List<Message> heads =
        new ArrayList<>(
            transaction.query(HEADS, MessageRow::read, (Object) lines.toArray(UUID[]::new)));
    heads.sort(Comparator.comparingInt(head -> lines.indexOf(head.letter().conversationId())));
    return heads;
  }

  /** Messages that an account's provider knows by these ids, by that id. */
  public Map<String, UUID> idsAtProvider(
      Transaction transaction, UUID accountId, Collection<String> providerMessageIds) {
    Map<String, UUID> found = new HashMap<>();
    transaction.query(
        "select provider_message_id, id from message"
            + " where account_id = $1 and provider_message_id = any($2)",
        row -> found.put(row.getString(0), row.getUUID(1)),
        accountId,
        providerMessageIds.toArray(String[]::new));
    return found;
  }

  /** Writes messages in their new states, publishes what others can see, and sets the due times. */
  public void write(Transaction transaction, List<Change> changes) {
    List<Change> real = changes.stream().filter(Change::isReal).toList();
    if (real.isEmpty()) {
      return;
    }
    transaction.batch(
        MessageRow.UPDATE,
        real.stream().map(change -> MessageRow.changing(change.after())).toList());
    publish(transaction, real.stream().filter(Change::isVisible).map(Change::after).toList());
    UUID[] lines =
        sorted(real.stream().map(change -> change.after().letter().conversationId()).toList());
    transaction.update(REFRESH_LINES, (Object) lines);
  }

  private void publish(Transaction transaction, List<Message> messages) {
    if (messages.isEmpty()) {
      return;
    }
    outbox.append(transaction, messages.stream().map(Message::event).toList());
    transaction.afterCommit(() -> messages.forEach(this::count));
  }

  private void count(Message message) {
    meters
        .counter("parley.outbound.changes", "state", message.standing().state().name())
        .increment();
  }

  private static @Nullable Object[] letterColumns(List<Letter> letters) {
    return new @Nullable Object[] {
      column(letters, Letter::id, UUID[]::new),
      column(letters, Letter::conversationId, UUID[]::new),
      column(letters, Letter::channelAddressId, UUID[]::new),
      column(letters, letter -> letter.to().kind().name(), String[]::new),
      column(letters, letter -> letter.to().value(), String[]::new),
      column(letters, letter -> MessageRow.json(letter.content()), String[]::new),
      column(letters, Letter::author, String[]::new),
      column(letters, letter -> MessageRow.time(letter.requestedAt()), OffsetDateTime[]::new),
      column(
          letters,
          letter -> MessageRow.timeOrNull(letter.lastCustomerMessageAt()),
          OffsetDateTime[]::new),
      column(letters, letter -> letter.traceParent().value(), String[]::new),
      column(letters, letter -> MessageRow.time(letter.takenAt()), OffsetDateTime[]::new)
    };
  }

  private static <T extends @Nullable Object> Object column(
      List<Letter> letters, Function<Letter, T> value, IntFunction<T[]> array) {
    List<T> values = new ArrayList<>();
    letters.forEach(letter -> values.add(value.apply(letter)));
    return values.toArray(array.apply(0));
  }

  private static UUID[] sorted(Collection<UUID> ids) {
    return ids.stream().distinct().sorted().toArray(UUID[]::new);
  }
}
