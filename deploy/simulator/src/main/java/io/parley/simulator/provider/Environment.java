package io.parley.simulator.provider;

import io.parley.simulator.delivery.WebhookClient;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultScript;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.journey.Journeys;
import io.parley.simulator.recording.Recorder;
import java.time.Clock;
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
}
