package io.parley.simulator.azure;

import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.journey.Journeys;
import io.parley.simulator.journey.Step;
import io.parley.simulator.journey.Traveller;
import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.recording.MessageKey;
import java.util.List;
import java.util.Optional;

/** Ends the way of accepted messages and reports it: one report, nothing in between. */
final class Reports {

  private record Known(String accountId, Event event) {}

  private final Environment environment;
  private final Journeys journeys;
  private final EventGrid eventGrid;
  private final OptOuts optOuts;
  private final Bounded<String, Known> ended;

  Reports(Environment environment, EventGrid eventGrid, OptOuts optOuts) {
    this.environment = environment;
    this.journeys = environment.journeys();
    this.eventGrid = eventGrid;
    this.optOuts = optOuts;
    this.ended = new Bounded<>(environment.keepMessages());
  }

  void clear() {
    ended.clear();
  }

  void start(
      Account account,
      SenderSettings sender,
      Draft draft,
      String to,
      String messageId,
      FaultSubject subject) {
    DeliveryStatus status = scripted(subject).orElseGet(() -> natural(account, sender, to));
    Fault.OnCallbacks spoilt = environment.fault(Fault.OnCallbacks.class, subject).orElse(null);
    int afterMs = account.delays().sentMs() + account.delays().deliveredMs();
    journeys.start(
        List.of(Step.of(status, afterMs)),
        spoilt,
        new Traveller<DeliveryStatus>() {
          @Override
          public void reach(DeliveryStatus state) {
            ended.put(messageId, new Known(account.id(), event(state)));
          }

          @Override
          public void report(DeliveryStatus state) throws InterruptedException {
            if (draft.reported()) {
              tell(account, messageId, state, event(state));
            }
          }

          private Event event(DeliveryStatus state) {
            return EventData.report(
                messageId,
                draft.from(),
                to,
                draft.message(),
                draft.tag(),
                state,
                account.settings().olderEvents(),
                environment.clock().instant());
          }
        });
  }

  /** {@code GET /deliveryReports/{messageId}}, a preview. */
  Answer fetch(Account account, String messageId) {
    return ended
        .get(messageId)
        .filter(known -> known.accountId().equals(account.id()))
        .<Answer>map(known -> Answers.json(200, known.event().data()))
        .orElseGet(() -> Answers.problem(404, "Not Found", "messageId", "There is no report yet."));
  }

  private void tell(Account account, String messageId, DeliveryStatus state, Event event)
      throws InterruptedException {
    for (Route route : eventGrid.routes(account, event.type(), SignatureKind.VALID, null)) {
      journeys.note(
          new MessageKey(Azure.NAME, account.id(), messageId),
          state.shown(),
          eventGrid.deliver(route, event));
    }
  }

  private Optional<DeliveryStatus> scripted(FaultSubject subject) {
    return environment
        .fault(Fault.OnOutcome.class, subject)
        .map(
            fault ->
                switch (fault) {
                  case Fault.FailLater later ->
                      later.errorMessage() == null
                          ? DeliveryStatus.failed(later.errorCode().text())
                          : new DeliveryStatus(false, later.errorMessage());
                });
  }

  /** What the carriers make of it: no opt-out can be overridden, toll-free reaches +1 only. */
  private DeliveryStatus natural(Account account, SenderSettings sender, String to) {
    if (optOuts.has(account, sender.sender(), to)) {
      return DeliveryStatus.failed("4007");
    }
    if (sender.unverified()) {
      return DeliveryStatus.failed("4010");
    }
    return sender.type() == SenderType.TOLL_FREE && !to.startsWith("+1")
        ? DeliveryStatus.failed("4003")
        : DeliveryStatus.DELIVERED;
  }
}
