package io.parley.simulator.twilio;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Parameters;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Step;
import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.recording.RecordedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code POST …/Messages.json} and {@code GET …/Messages/{SID}.json}. */
final class MessagesResource {

  private final Environment environment;
  private final Bounded<String, Message> messages;
  private final SendCheck check;
  private final Callbacks callbacks;

  MessagesResource(Environment environment, Bounded<String, Message> messages, SendCheck check) {
    this.environment = environment;
    this.messages = messages;
    this.check = check;
    this.callbacks = new Callbacks(environment, messages);
  }

  /**
   * Checks, keeps and answers; callbacks follow.
   *
   * @throws RefusedException if Twilio refuses
   */
  Answer send(Account account, Request request) {
    Parameters form = request.form();
    Draft draft = check.check(account, form, environment.clock().instant());
    Message message = keep(account, draft, request);
    FaultSubject subject = subject(account, form);
    var fault = environment.fault(Fault.OnCallbacks.class, subject).orElse(null);
    List<Step<StatusStep>> steps =
        CallbackPlan.steps(account.settings(), draft, failure(account, draft, subject));
    callbacks.start(account, message, draft, steps, fault);
    return Answer.json(201, MessageJson.of(message));
  }

  /**
   * @throws RefusedException 20404
   */
  Answer fetch(Account account, String sid) {
    Message message =
        messages
            .get(sid)
            .filter(m -> m.accountSid().equals(account.sid()))
            .orElseThrow(TwilioError.NOT_FOUND::refused);
    return Answer.json(200, MessageJson.of(message));
  }

  static FaultSubject subject(Account account, Parameters form) {
    return new FaultSubject(
        Twilio.NAME, "send", account.sid(), form.text("From"), form.text("To"), form.text("Body"));
  }

  private Message keep(Account account, Draft draft, Request request) {
    Instant now = environment.clock().instant();
    Message message =
        new Message(
            Sids.random(draft.sidPrefix()),
            account.sid(),
            Message.Direction.API,
            draft.senderNamed() ? draft.sender() : null,
            draft.to(),
            draft.body(),
            draft.mediaCount(),
            draft.service() == null ? null : draft.service().sid(),
            draft.firstStatus(),
            null,
            null,
            now,
            null,
            now);
    messages.put(message.sid(), message);
    environment
        .recorder()
        .message(
            sequence ->
                new RecordedMessage(
                    sequence,
                    Twilio.NAME,
                    account.sid(),
                    message.sid(),
                    "api",
                    draft.sender().text(),
                    draft.to().text(),
                    draft.body(),
                    now,
                    request.header("content-type"),
                    request.body(),
                    List.of()));
    return message;
  }

  /** The late failure that a rule asks for, or that the channel's own rules bring. */
  private Optional<StatusStep> failure(Account account, Draft draft, FaultSubject subject) {
    if (account.isTest()) {
      return Optional.empty();
    }
    Optional<StatusStep> scripted =
        environment
            .fault(Fault.OnOutcome.class, subject)
            .map(
                fault ->
                    switch (fault) {
                      case Fault.FailLater later ->
                          new StatusStep(
                              later.status() == Fault.Failure.FAILED
                                  ? MessageStatus.FAILED
                                  : MessageStatus.UNDELIVERED,
                              later.errorCode().number(),
                              later.errorMessage());
                    });
    return scripted.or(
        () ->
            draft
                .lateError()
                .map(code -> new StatusStep(MessageStatus.UNDELIVERED, code, lateText(code))));
  }

  private static String lateText(int code) {
    return code == 63016
        ? "Failed to send freeform message because you are outside the allowed window"
        : "Channel refused the message with error " + code;
  }
}
