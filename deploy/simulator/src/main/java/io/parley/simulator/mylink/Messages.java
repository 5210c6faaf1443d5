package io.parley.simulator.mylink;

import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Journeys;
import io.parley.simulator.journey.Step;
import io.parley.simulator.journey.Traveller;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.provider.Refusal;
import io.parley.simulator.provider.Segments;
import io.parley.simulator.recording.MessageKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code POST /sms/v1/messages} and what follows it (link-mobility.md §10, §11). */
final class Messages {

  private static final int UNKNOWN_SENDER = 3002;

  private final Environment environment;
  private final Journeys journeys;

  Messages(Environment environment) {
    this.environment = environment;
    this.journeys = environment.journeys();
  }

  /**
   * @throws Refusal 400 if any message does not fit
   */
  Answer send(Access.Account account, Request request) {
    List<MessageCheck.Draft> drafts;
    try {
      drafts = MessageCheck.check(account.settings(), request.body());
    } catch (InvalidFieldException e) {
      throw new Refusal(MyLinkErrorForm.invalid(400, "400", e.field() + " " + e.getMessage()));
    }
    String requestId = UUID.randomUUID().toString();
    List<Map<String, Object>> messages = new ArrayList<>();
    for (MessageCheck.Draft draft : drafts) {
      String messageId = UUID.randomUUID().toString();
      FaultSubject subject =
          new FaultSubject(
              MyLink.NAME, "send", account.id(), draft.sender(), draft.recipient(), draft.text());
      environment.took(subject, messageId, request);
      start(account, draft, requestId, messageId, subject);
      Map<String, Object> message = new LinkedHashMap<>();
      message.put("messageId", messageId);
      if (draft.referenceId() != null) {
        message.put("referenceId", draft.referenceId());
      }
      message.put("recipient", draft.recipient());
      messages.add(message);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("requestId", requestId);
    body.put("messages", messages);
    return Answer.json(202, body);
  }

  private void start(
      Access.Account account,
      MessageCheck.Draft draft,
      String requestId,
      String messageId,
      FaultSubject subject) {
    MyLinkSettings settings = account.settings();
    Fault.OnCallbacks spoilt = environment.fault(Fault.OnCallbacks.class, subject).orElse(null);
    int end =
        environment
            .fault(Fault.OnOutcome.class, subject)
            .map(
                fault ->
                    switch (fault) {
                      case Fault.FailLater later -> later.errorCode().number();
                    })
            .orElse(settings.senders().contains(draft.sender()) ? 2000 : UNKNOWN_SENDER);
    MessageKey key = new MessageKey(MyLink.NAME, account.id(), messageId);
    journeys.start(
        steps(settings, end),
        spoilt,
        new Traveller<>() {
          @Override
          public void reach(StatusEvent event) {}

          @Override
          public void report(StatusEvent event) throws InterruptedException {
            Map<String, Object> body =
                MyLinkEvents.status(
                    eventId(messageId, event),
                    draft,
                    requestId,
                    messageId,
                    event,
                    Segments.of(draft.text()),
                    environment.clock().instant());
            for (Endpoint endpoint : draft.callbacks()) {
              journeys.report(
                  key,
                  event.type(),
                  MyLinkEvents.webhook("status", messageId, endpoint, body),
                  settings.retries(draft.ttlMs()));
            }
          }
        });
  }

  /** Rejected at once, or queued and sent; a retried message is delivered in the end. */
  private static List<Step<StatusEvent>> steps(MyLinkSettings settings, int end) {
    int sentMs = settings.delays().sentMs();
    int deliveredMs = settings.delays().deliveredMs();
    if (end / 1000 == 3) {
      return List.of(Step.of(StatusEvent.of(end), sentMs));
    }
    List<Step<StatusEvent>> steps = new ArrayList<>();
    steps.add(Step.of(StatusEvent.QUEUED, 0));
    steps.add(Step.of(StatusEvent.SENT, sentMs));
    steps.add(Step.of(StatusEvent.of(end), deliveredMs));
    if (end / 1000 == 5) {
      steps.add(Step.of(StatusEvent.DELIVERED, deliveredMs));
    }
    return steps;
  }

  /** The same for every telling of the same event. */
  private static String eventId(String messageId, StatusEvent event) {
    String name = messageId + "/" + event.code();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
