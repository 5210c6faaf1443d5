package io.parley.simulator.telesign;

import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Parameters;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Journeys;
import io.parley.simulator.journey.Step;
import io.parley.simulator.journey.Traveller;
import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.provider.Refusal;
import io.parley.simulator.recording.MessageKey;
import io.parley.simulator.recording.RecordedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/messaging} and {@code GET /v1/messaging/{reference_id}}. */
final class Messaging {

  private static final Duration KEPT = Duration.ofDays(30);

  private final Environment environment;
  private final Journeys journeys;
  private final Bounded<String, Message> messages;

  Messaging(Environment environment) {
    this.environment = environment;
    this.journeys = environment.journeys();
    this.messages = new Bounded<>(environment.keepMessages());
  }

  void clear() {
    messages.clear();
  }

  static FaultSubject subject(Account account, Parameters form) {
    return new FaultSubject(
        Telesign.NAME,
        "send",
        account.id(),
        form.text("sender_id"),
        form.text("phone_number"),
        form.text("message"));
  }

  /**
   * Checks, keeps and answers; reports follow.
   *
   * @throws Refusal if TeleSign refuses
   */
  Answer send(Account account, Request request) {
    Instant now = environment.clock().instant();
    String referenceId = References.random();
    Draft draft = Draft.of(account, request.form(), referenceId, now);
    Message message = Message.accepted(referenceId, account, draft, now);
    messages.put(referenceId, message);
    record(account, message, request);
    start(account, message, subject(account, request.form()));
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("reference_id", referenceId);
    body.put("external_id", draft.externalId());
    body.put("phone_number_modified", "False");
    body.put("status", status(MessageStatus.IN_PROGRESS, now));
    return Answer.json(200, body);
  }

  /**
   * @throws Refusal 11011, 10017, 10036
   */
  Answer fetch(Account account, String referenceId) {
    Instant now = environment.clock().instant();
    if (!referenceId.matches("[0-9A-Fa-f]{32}")) {
      throw TelesignError.REFERENCE.refused(now);
    }
    Message message =
        messages
            .get(referenceId)
            .filter(m -> m.accountId().equals(account.id()))
            .orElseThrow(() -> TelesignError.REFERENCE_UNKNOWN.refused(now));
    if (message.submitted().plus(KEPT).isBefore(now)) {
      throw TelesignError.REFERENCE_EXPIRED.refused(now);
    }
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("reference_id", referenceId);
    body.put("external_id", message.draft().externalId());
    body.put("status", status(message.code(), message.updated()));
    body.put("submit_timestamp", MessageStatus.time(message.submitted()));
    body.put("additional_info", ReportBody.parts(message, account.settings().partReferences()));
    return Answer.json(200, body);
  }

  private static Map<String, Object> status(int code, Instant at) {
    return MessageStatus.json(code, MessageStatus.description(code), at);
  }

  private void record(Account account, Message message, Request request) {
    Draft draft = message.draft();
    environment
        .recorder()
        .message(
            sequence ->
                new RecordedMessage(
                    sequence,
                    Telesign.NAME,
                    account.id(),
                    message.referenceId(),
                    "api",
                    draft.sender(),
                    draft.to(),
                    draft.text(),
                    message.submitted(),
                    request.header("content-type"),
                    request.body(),
                    List.of()));
  }

  private void start(Account account, Message message, FaultSubject subject) {
    Optional<Fault.OnOutcome> outcome = environment.fault(Fault.OnOutcome.class, subject);
    Fault.OnCallbacks spoilt = environment.fault(Fault.OnCallbacks.class, subject).orElse(null);
    Endpoint endpoint = endpoint(account, message.draft());
    journeys.start(
        steps(account, outcome),
        spoilt,
        new Traveller<Integer>() {
          @Override
          public void reach(Integer code) {
            Instant now = environment.clock().instant();
            messages.change(message.referenceId(), m -> m.moved(code, now));
          }

          @Override
          public void report(Integer code) throws InterruptedException {
            if (endpoint != null) {
              tell(account, message, code, endpoint);
            }
          }
        });
  }

  private void tell(Account account, Message message, int code, Endpoint endpoint)
      throws InterruptedException {
    String body =
        ReportBody.of(
            message, code, account.settings().partReferences(), environment.clock().instant());
    journeys.report(
        new MessageKey(Telesign.NAME, account.id(), message.referenceId()),
        String.valueOf(code),
        Callback.of(
            "status",
            message.referenceId(),
            endpoint.address(),
            account,
            SignatureKind.VALID,
            body),
        account.retries());
  }

  private static List<Step<Integer>> steps(Account account, Optional<Fault.OnOutcome> outcome) {
    List<Step<Integer>> steps = new ArrayList<>();
    Fault.FailLater failure =
        outcome
            .map(
                fault ->
                    switch (fault) {
                      case Fault.FailLater later -> later;
                    })
            .orElse(null);
    if (failure == null || failure.status() == Fault.Failure.UNDELIVERED) {
      steps.add(Step.of(MessageStatus.HANDED_TO_GATEWAY, account.delays().sentMs()));
    }
    int last = failure == null ? MessageStatus.DELIVERED : failure.errorCode().number();
    steps.add(Step.of(last, account.delays().deliveredMs()));
    return steps;
  }

  private static @Nullable Endpoint endpoint(Account account, Draft draft) {
    Endpoint usual = account.settings().callback();
    if (draft.callbackUrl() == null) {
      return usual;
    }
    return new Endpoint(draft.callbackUrl(), usual == null ? null : usual.deliverTo());
  }
}
