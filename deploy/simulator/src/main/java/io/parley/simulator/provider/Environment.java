package io.parley.simulator.provider;

import io.parley.simulator.delivery.WebhookClient;
import io.parley.simulator.faults.FaultScript;
import io.parley.simulator.recording.Recorder;
import java.time.Clock;
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
    int keepMessages) {}
