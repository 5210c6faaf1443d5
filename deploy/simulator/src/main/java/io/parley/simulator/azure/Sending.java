package io.parley.simulator.azure;

import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.provider.RateWindow;
import io.parley.simulator.provider.Refusal;
import io.parley.simulator.recording.RecordedMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code POST /sms}: each recipient is queued or fails for itself, the answer is 202. */
final class Sending {

  static final String RECIPIENT = "\\+[1-9][0-9]{6,14}";
  private static final String UUID_FORM = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";

  private final Environment environment;
  private final Reports reports;
  private final Repeats repeats = new Repeats();
  private final RateWindow rates = new RateWindow();

  Sending(Environment environment, Reports reports) {
    this.environment = environment;
    this.reports = reports;
  }

  void clear() {
    repeats.clear();
    rates.clear();
  }

  /** What fault rules see of a request: its first recipient. */
  static FaultSubject subject(Account account, Draft draft) {
    return subject(account, draft, draft.recipients().getFirst());
  }

  /**
   * Sends to each recipient.
   *
   * @throws Refusal 401 for a sender of somebody else, 400 for one that cannot be used so, 429
   */
  Answer send(Account account, Draft draft, Request request) {
    SenderSettings sender = account.sender(draft.from()).orElseThrow(Answers::unauthorized);
    if (!sender.mayWrite()) {
      throw Answers.field("From", "The From phone number is not enabled for outbound SMS");
    }
    if (sender.partner() == null
        ? draft.partner() != null
        : !sender.partner().equals(draft.partner())) {
      throw Answers.field(
          "SmsSendOptions.MessagingConnect", "The partner does not fit the From phone number.");
    }
    checkRate(account, sender, draft.recipients().size());
    List<Map<String, Object>> value = new ArrayList<>();
    for (Draft.Recipient recipient : draft.recipients()) {
      value.add(one(account, sender, draft, recipient, request));
    }
    return Answers.json(202, Map.of("value", value));
  }

  /** The answer when every recipient fails. */
  static Answer.Reply allFailed(Draft draft, int status, String message) {
    return Answers.json(
        202,
        Map.of(
            "value",
            draft.recipients().stream().map(r -> failed(r, status, message, false)).toList()));
  }

  private void checkRate(Account account, SenderSettings sender, int units) {
    if (account.settings().rateLimits()) {
      String what = account.id() + " " + sender.sender();
      boolean exceeded = false;
      for (int i = 0; i < units; i++) {
        exceeded = rates.exceeded(what, sender.type().perMinute(), environment.clock().instant());
      }
      if (exceeded) {
        throw new Refusal(Answers.empty(429));
      }
    }
  }

  /** The same repeatability id again is answered as before and sends nothing. */
  private Map<String, Object> one(
      Account account,
      SenderSettings sender,
      Draft draft,
      Draft.Recipient recipient,
      Request request) {
    if (!recipient.to().matches(RECIPIENT)) {
      return failed(recipient, 400, "Invalid To phone number format.", false);
    }
    String id = recipient.repeatabilityRequestId();
    String firstSent = recipient.repeatabilityFirstSent();
    Instant now = environment.clock().instant();
    String messageId = account.ids().next(now);
    Map<String, Object> item = queued(recipient, messageId);
    if (id != null || firstSent != null) {
      if (id == null
          || firstSent == null
          || !id.matches(UUID_FORM)
          || Access.date(firstSent).isEmpty()) {
        return failed(recipient, 400, "Invalid repeatability headers.", true);
      }
      Repeats.Answered mine = new Repeats.Answered(firstSent, recipient.to(), item, now);
      Repeats.Answered first = repeats.first(account, id, mine);
      if (!first.isFor(firstSent, recipient.to())) {
        return failed(recipient, 400, "The repeatability id was used for another request.", true);
      }
      if (first != mine) {
        return first.item();
      }
    }
    take(account, sender, draft, recipient, messageId, request);
    return item;
  }

  private void take(
      Account account,
      SenderSettings sender,
      Draft draft,
      Draft.Recipient recipient,
      String messageId,
      Request request) {
    Instant now = environment.clock().instant();
    environment
        .recorder()
        .message(
            sequence ->
                new RecordedMessage(
                    sequence,
                    Azure.NAME,
                    account.id(),
                    messageId,
                    "api",
                    draft.from(),
                    recipient.to(),
                    draft.message(),
                    now,
                    request.header("content-type"),
                    request.body(),
                    List.of()));
    reports.start(
        account, sender, draft, recipient.to(), messageId, subject(account, draft, recipient));
  }

  private static Map<String, Object> queued(Draft.Recipient recipient, String messageId) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("to", recipient.to());
    item.put("messageId", messageId);
    item.put("httpStatusCode", 202);
    if (recipient.repeatabilityRequestId() != null) {
      item.put("repeatabilityResult", "accepted");
    }
    item.put("successful", true);
    return item;
  }

  private static Map<String, Object> failed(
      Draft.Recipient recipient, int status, String message, boolean repeatabilityIsWrong) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("to", recipient.to());
    item.put("httpStatusCode", status);
    if (repeatabilityIsWrong) {
      item.put("repeatabilityResult", "rejected");
    }
    item.put("errorMessage", message);
    item.put("successful", false);
    return item;
  }

  private static FaultSubject subject(Account account, Draft draft, Draft.Recipient recipient) {
    return new FaultSubject(
        Azure.NAME, "send", account.id(), draft.from(), recipient.to(), draft.message());
  }
}
