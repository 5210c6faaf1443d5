package io.parley.simulator.infobip;

import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Fields;
import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.provider.Segments;
import io.parley.simulator.recording.RecordedMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code POST /sms/3/messages}: each recipient is accepted or rejected for itself. */
final class Sending {

  private final Environment environment;
  private final Messages messages;
  private final ItemCheck check;
  private final Reports reports;

  Sending(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
    this.check = new ItemCheck(environment.clock());
    this.reports = new Reports(environment, messages);
  }

  void clear() {
    check.clear();
  }

  /** What fault rules see of a request: its first recipient. */
  static FaultSubject subject(Account account, SendRequest request) {
    return subject(account, request.drafts().getFirst());
  }

  Answer send(Account account, SendRequest request, Request raw) {
    String bulkId = bulkId(request);
    List<Map<String, Object>> items = new ArrayList<>();
    for (Draft draft : request.drafts()) {
      items.add(sendOne(account, draft, bulkId, raw, request.withCounts()));
    }
    return answer(bulkId, items);
  }

  /** The answer when every recipient gets this status. */
  static Answer.Reply allRejected(SendRequest request, SmsStatus status) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Draft draft : request.drafts()) {
      items.add(item(Fields.orElse(draft.messageId(), Ids.random(20)), draft, status, false));
    }
    return answer(bulkId(request), items);
  }

  private Map<String, Object> sendOne(
      Account account, Draft draft, String bulkId, Request raw, boolean withCounts) {
    String messageId = Fields.orElse(draft.messageId(), Ids.random(20));
    boolean idIsUsed = messages.has(account, messageId);
    SmsStatus status = check.check(account, draft, idIsUsed);
    if (status.isAccepted() && !accept(account, draft, messageId, bulkId, raw)) {
      status = SmsStatus.DUPLICATE_ID;
    }
    return item(messageId, draft, status, withCounts);
  }

  private boolean accept(
      Account account, Draft draft, String messageId, String bulkId, Request raw) {
    Instant now = environment.clock().instant();
    String sender = draft.sender() == null ? account.senders().getFirst() : draft.sender();
    Message message =
        new Message(
            messageId,
            bulkId,
            account.id(),
            sender,
            draft,
            now,
            new Message.State(SmsStatus.ACCEPTED, NetworkError.NONE, now));
    if (!messages.add(message)) {
      return false;
    }
    environment
        .recorder()
        .message(
            sequence ->
                new RecordedMessage(
                    sequence,
                    Infobip.NAME,
                    account.id(),
                    messageId,
                    "api",
                    sender,
                    draft.to(),
                    draft.text(),
                    now,
                    raw.header("content-type"),
                    raw.body(),
                    List.of()));
    reports.start(account, message, subject(account, draft));
    return true;
  }

  private static FaultSubject subject(Account account, Draft draft) {
    return new FaultSubject(
        Infobip.NAME,
        "send",
        account.id(),
        Fields.orElse(draft.sender(), ""),
        draft.to(),
        draft.text());
  }

  private static String bulkId(SendRequest request) {
    return Fields.orElse(request.bulkId(), Ids.random(19));
  }

  private static Map<String, Object> item(
      String messageId, Draft draft, SmsStatus status, boolean withCounts) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("messageId", messageId);
    item.put("destination", draft.to());
    item.put("status", status);
    if (withCounts) {
      item.put("details", Map.of("messageCount", Segments.of(draft.text())));
    }
    return item;
  }

  private static Answer.Reply answer(String bulkId, List<Map<String, Object>> items) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("bulkId", bulkId);
    body.put("messages", items);
    return Answer.json(200, body);
  }
}
