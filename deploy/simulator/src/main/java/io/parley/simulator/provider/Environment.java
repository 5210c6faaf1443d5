package io.parley.simulator.provider;

import io.parley.simulator.delivery.WebhookClient;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultScript;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Journeys;
import io.parley.simulator.recording.RecordedMessage;
import io.parley.simulator.recording.Recorder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What all providers share.
 *
 * @param clock can be moved by the control API
 * @param background a virtual thread for each task, interrupted when the simulator stops
 * @param keepMessages how many messages a provider may remember
 */
public record Environment(
    Clock clock,
    FaultScript faults,
    Recorder recorder,
    WebhookClient webhooks,
    Executor background,
    int keepMessages) {

  /** The journeys of a provider's accepted messages. */
  public Journeys journeys() {
    return new Journeys(background, webhooks, recorder);
  }

  /** The fault of this kind that a message meets, if any; counts it. */
  public <F extends Fault> Optional<F> fault(Class<F> kind, FaultSubject subject) {
    return faults.next(kind, subject);
  }

  /**
   * Records a message that a provider has taken over its API.
   *
   * @param subject says whose message it is, from whom, to whom, and its text
   */
  public void took(FaultSubject subject, String messageId, Request request) {
    Instant now = clock.instant();
    recorder.message(
        sequence ->
            new RecordedMessage(
                sequence,
                subject.provider(),
                subject.account(),
                messageId,
                "api",
                subject.from(),
                subject.to(),
                subject.body(),
                now,
                request.header("content-type"),
                request.body(),
                List.of()));
  }
}
