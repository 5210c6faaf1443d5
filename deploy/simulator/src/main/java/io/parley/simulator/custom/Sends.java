package io.parley.simulator.custom;

import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Fields;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Journeys;
import io.parley.simulator.journey.Step;
import io.parley.simulator.journey.Traveller;
import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.recording.MessageKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Messages that a declared provider takes, and the receipts that follow. */
final class Sends {

  /** What is told at a step; code and message are empty for a success. */
  private record State(String word, String code, String message) {}

  private final Environment environment;
  private final Journeys journeys;
  private final Bounded<String, String> taken;

  Sends(Environment environment) {
    this.environment = environment;
    this.journeys = environment.journeys();
    this.taken = new Bounded<>(environment.keepMessages());
  }

  void clear() {
    taken.clear();
  }

  Answer take(
      FaultSubject subject, CustomSettings account, Map<String, String> fields, Request request) {
    SendSettings send = account.send();
    String id = UUID.randomUUID().toString();
    String clientId = fields.getOrDefault("clientId", "");
    String key = subject.account() + "/" + clientId;
    boolean counts =
        !clientId.isEmpty() && send.repeatsOrTaken() != SendSettings.Repeats.TAKEN_AGAIN;
    if (counts && !taken.add(key, id)) {
      if (send.repeatsOrTaken() == SendSettings.Repeats.REFUSED) {
        throw RequestCheck.refusal(send, 409, "duplicate", "The id was used before");
      }
      return accepted(send, fields, taken.get(key).orElse(id));
    }
    environment.took(subject, id, request);
    start(subject, account, fields, id);
    return accepted(send, fields, id);
  }

  private static Answer accepted(SendSettings send, Map<String, String> fields, String id) {
    Map<String, String> values = new HashMap<>(fields);
    values.put("id", id);
    return send.acceptance().answer(200, values, null);
  }

  private void start(
      FaultSubject subject, CustomSettings account, Map<String, String> fields, String id) {
    Fault.OnCallbacks spoilt = environment.fault(Fault.OnCallbacks.class, subject).orElse(null);
    Optional<State> failure =
        environment
            .fault(Fault.OnOutcome.class, subject)
            .map(
                fault ->
                    switch (fault) {
                      case Fault.FailLater later ->
                          new State(
                              account.failure(),
                              later.errorCode().text(),
                              Fields.orElse(later.errorMessage(), ""));
                    });
    CallSettings receipt = account.receipt();
    if (receipt == null) {
      return;
    }
    MessageKey key = new MessageKey(Custom.NAME, subject.account(), id);
    journeys.start(
        steps(account, failure),
        spoilt,
        new Traveller<>() {
          @Override
          public void reach(State state) {}

          @Override
          public void report(State state) throws InterruptedException {
            Instant at = environment.clock().instant();
            Map<String, String> values = new HashMap<>(fields);
            values.put("id", id);
            values.put("at", at.toString());
            values.put("status", state.word());
            values.put("code", state.code());
            values.put("message", state.message());
            journeys.report(
                key,
                state.word(),
                Calls.webhook("status", id, receipt, values, SignatureKind.VALID, at),
                account.policy());
          }
        });
  }

  /** A failure takes the place of the last state. */
  private static List<Step<State>> steps(CustomSettings account, Optional<State> failure) {
    List<Step<State>> steps = new ArrayList<>();
    for (String word : account.states()) {
      steps.add(Step.of(new State(word, "", ""), account.stepMs()));
    }
    failure.ifPresent(state -> steps.set(steps.size() - 1, Step.of(state, account.stepMs())));
    return steps;
  }
}
