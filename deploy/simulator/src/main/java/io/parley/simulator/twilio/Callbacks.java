package io.parley.simulator.twilio;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.recording.RecordedCallback;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves an accepted message through its states and reports each one. The callbacks of one message
 * follow each other; different messages do not wait for one another.
 */
final class Callbacks {

  private final Environment environment;
  private final Bounded<String, Message> messages;

  Callbacks(Environment environment, Bounded<String, Message> messages) {
    this.environment = environment;
    this.messages = messages;
  }

  /** Starts the message's journey; returns at once unless callbacks are to come early. */
  void start(
      Account account,
      Message message,
      Draft draft,
      List<StatusStep> steps,
      Fault.@Nullable OnCallbacks fault) {
    Optional<WebhookUrl> url =
        account.isTest() || fault instanceof Fault.NoCallbacks
            ? Optional.empty()
            : callbackUrl(account, draft);
    Runnable journey = () -> run(account, message, draft, CallbackPlan.of(steps, fault), url);
    if (fault instanceof Fault.EarlyCallbacks) {
      journey.run();
    } else {
      environment.background().execute(journey);
    }
  }

  private void run(
      Account account,
      Message message,
      Draft draft,
      List<StatusStep> plan,
      Optional<WebhookUrl> url) {
    try {
      for (StatusStep step : plan) {
        Thread.sleep(step.after());
        messages.change(
            message.sid(), m -> m.advanced(step, draft.sender(), environment.clock().instant()));
        if (url.isPresent()) {
          report(account, message, draft, step, url.get());
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void report(
      Account account, Message message, Draft draft, StatusStep step, WebhookUrl url)
      throws InterruptedException {
    @Nullable String base =
        account.number(draft.sender()).map(NumberSettings::deliverTo).orElse(null);
    Webhook webhook =
        SignedWebhook.of(
            "status",
            message.sid(),
            url,
            url.deliveredTo(base),
            account.settings().authToken(),
            CallbackForm.of(message, draft.sender(), step, environment.clock().instant()));
    for (Attempt attempt : environment.webhooks().deliver(webhook, account.retries(url))) {
      environment
          .recorder()
          .callback(
              message.sid(),
              new RecordedCallback(
                  step.status().shown(),
                  attempt.number(),
                  attempt.at(),
                  attempt.milliseconds(),
                  attempt.status(),
                  attempt.reason()));
    }
  }

  private static Optional<WebhookUrl> callbackUrl(Account account, Draft draft) {
    MessagingServiceSettings service = draft.service();
    return Optional.ofNullable(draft.statusCallback())
        .or(() -> Optional.ofNullable(service).map(MessagingServiceSettings::statusCallback))
        .or(() -> account.number(draft.sender()).map(NumberSettings::statusUrl))
        .map(WebhookUrl::new);
  }
}
