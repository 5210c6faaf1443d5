package io.parley.simulator.infobip;

import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Environment;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Accepted messages, and what waits to be pulled: each of those is handed out only once. */
final class Messages {

  /** A message of an account; ids are the client's and may be the same in another account. */
  private record Key(String accountId, String messageId) {}

  /** A report or an inbound message that nobody is told by webhook. */
  record Waiting(
      String accountId, String messageId, String bulkId, Map<String, @Nullable Object> json) {}

  private final int most;
  private final Clock clock;
  private final Bounded<Key, Message> messages;
  private final List<Waiting> reports = new ArrayList<>();
  private final List<Waiting> inbox = new ArrayList<>();

  Messages(Environment environment) {
    this.most = environment.keepMessages();
    this.clock = environment.clock();
    this.messages = new Bounded<>(most);
  }

  boolean has(Account account, String messageId) {
    return messages.has(new Key(account.id(), messageId));
  }

  /** False if the account has sent a message with this id before. */
  boolean add(Message message) {
    return messages.add(new Key(message.accountId(), message.messageId()), message);
  }

  void change(Message message, Message.State state) {
    Message.State dated = new Message.State(state.status(), state.error(), clock.instant());
    messages.change(new Key(message.accountId(), message.messageId()), m -> m.moved(dated));
  }

  /** Newest last. */
  List<Message> of(Account account) {
    return messages.values().stream().filter(m -> m.accountId().equals(account.id())).toList();
  }

  void keepForPulling(Message message, Message.State state) {
    Map<String, @Nullable Object> json = message.report(state, new Dates("+00:00"));
    keep(reports, new Waiting(message.accountId(), message.messageId(), message.bulkId(), json));
  }

  void keepInbound(Account account, String messageId, Map<String, @Nullable Object> json) {
    keep(inbox, new Waiting(account.id(), messageId, "", new LinkedHashMap<>(json)));
  }

  List<Map<String, @Nullable Object>> pullReports(
      Account account, @Nullable String messageId, @Nullable String bulkId, int limit) {
    return pull(
        reports,
        w ->
            w.accountId().equals(account.id())
                && (messageId == null || messageId.equals(w.messageId()))
                && (bulkId == null || bulkId.equals(w.bulkId())),
        limit);
  }

  List<Map<String, @Nullable Object>> pullInbox(Account account, int limit) {
    return pull(inbox, w -> w.accountId().equals(account.id()), limit);
  }

  synchronized int inboxSize(Account account) {
    return (int) inbox.stream().filter(w -> w.accountId().equals(account.id())).count();
  }

  synchronized void clear() {
    messages.clear();
    reports.clear();
    inbox.clear();
  }

  private synchronized void keep(List<Waiting> list, Waiting waiting) {
    list.add(waiting);
    if (list.size() > most) {
      list.removeFirst();
    }
  }

  private synchronized List<Map<String, @Nullable Object>> pull(
      List<Waiting> list, Predicate<Waiting> wanted, int limit) {
    List<Map<String, @Nullable Object>> pulled = new ArrayList<>();
    Iterator<Waiting> waiting = list.iterator();
    while (waiting.hasNext() && pulled.size() < limit) {
      Waiting next = waiting.next();
      if (wanted.test(next)) {
        pulled.add(next.json());
        waiting.remove();
      }
    }
    return pulled;
  }
}
