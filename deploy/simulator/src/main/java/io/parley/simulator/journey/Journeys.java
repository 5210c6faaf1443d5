package io.parley.simulator.journey;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.delivery.WebhookClient;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.recording.MessageKey;
import io.parley.simulator.recording.RecordedCallback;
import io.parley.simulator.recording.Recorder;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Moves accepted messages through their states and has each one reported. The reports of one
 * message follow each other; different messages do not wait for one another.
 */
public final class Journeys {

  private final Executor background;
  private final WebhookClient webhooks;
  private final Recorder recorder;

  public Journeys(Executor background, WebhookClient webhooks, Recorder recorder) {
    this.background = background;
    this.webhooks = webhooks;
    this.recorder = recorder;
  }

  /** Starts a journey; returns at once unless callbacks are to come early. */
  public <S> void start(
      List<Step<S>> steps, Fault.@Nullable OnCallbacks fault, Traveller<S> traveller) {
    List<Step<S>> plan = Step.spoilt(steps, fault);
    boolean told = !(fault instanceof Fault.NoCallbacks);
    if (fault instanceof Fault.EarlyCallbacks) {
      travel(plan, told, traveller);
    } else {
      background.execute(() -> travel(plan, told, traveller));
    }
  }

  /**
   * Makes a status callback and notes each try with the message.
   *
   * @throws InterruptedException when the simulator stops
   */
  public List<Attempt> report(
      MessageKey message, String status, Webhook webhook, RetryPolicy policy)
      throws InterruptedException {
    List<Attempt> attempts = webhooks.deliver(webhook, policy);
    note(message, status, attempts);
    return attempts;
  }

  /** Notes the tries of a status callback that was made elsewhere with the message. */
  public void note(MessageKey message, String status, List<Attempt> attempts) {
    for (Attempt attempt : attempts) {
      recorder.callback(
          message,
          new RecordedCallback(
              status,
              attempt.number(),
              attempt.at(),
              attempt.milliseconds(),
              attempt.status(),
              attempt.reason()));
    }
  }

  private static <S> void travel(List<Step<S>> plan, boolean told, Traveller<S> traveller) {
    try {
      for (Step<S> step : plan) {
        Thread.sleep(step.after());
        traveller.reach(step.state());
        if (told) {
          traveller.report(step.state());
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
