package io.parley.simulator.twilio;

import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.journey.Journeys;
import io.parley.simulator.journey.Step;
import io.parley.simulator.journey.Traveller;
import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.recording.MessageKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves an accepted message through its states and reports each one. The callbacks of one message
 * follow each other; different messages do not wait for one another.
 */
final class Callbacks {

  private final Environment environment;
  private final Journeys journeys;
  private final Bounded<String, Message> messages;

  Callbacks(Environment environment, Bounded<String, Message> messages) {
    this.environment = environment;
    this.journeys = environment.journeys();
    this.messages = messages;
  }

  /** Starts the message's journey; returns at once unless callbacks are to come early. */
  void start(
      Account account,
      Message message,
      Draft draft,
      List<Step<StatusStep>> steps,
      Fault.@Nullable OnCallbacks fault) {
    Optional<WebhookUrl> url = account.isTest() ? Optional.empty() : callbackUrl(account, draft);
    journeys.start(
        steps,
        fault,
        new Traveller<StatusStep>() {
          @Override
          public void reach(StatusStep step) {
            messages.change(
                message.sid(),
                m -> m.advanced(step, draft.sender(), environment.clock().instant()));
          }

          @Override
          public void report(StatusStep step) throws InterruptedException {
            if (url.isPresent()) {
              tell(account, message, draft, step, url.get());
            }
          }
        });
  }

  private void tell(Account account, Message message, Draft draft, StatusStep step, WebhookUrl url)
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
    MessageKey key = new MessageKey(Twilio.NAME, account.sid(), message.sid());
    journeys.report(key, step.status().shown(), webhook, account.retries(url));
  }

  private static Optional<WebhookUrl> callbackUrl(Account account, Draft draft) {
    MessagingServiceSettings service = draft.service();
    return Optional.ofNullable(draft.statusCallback())
        .or(() -> Optional.ofNullable(service).map(MessagingServiceSettings::statusCallback))
        .or(() -> account.number(draft.sender()).map(NumberSettings::statusUrl))
        .map(WebhookUrl::new);
  }
}
