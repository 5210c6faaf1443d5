package io.parley.ingress.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.WebhookRequest;
import io.parley.events.Event;
import io.parley.events.WebhookReplayed;
import io.parley.platform.configuration.ConfigurationGate;
import io.parley.platform.messaging.BatchConsumer;
import io.parley.platform.webhook.WebhookAddress;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads calls again that were authentic but not understood, when an administrator asks for it after
 * a fix. What they say has the ids that it would have had at first.
 */
@ApplicationScoped
class WebhookReplays {

  private final BatchConsumer batches;
  private final ConfigurationGate configuration;
  private final WebhookAccounts accounts;
  private final Webhooks webhooks;
  private final WebhookAddress address;

  WebhookReplays(
      BatchConsumer batches,
      ConfigurationGate configuration,
      WebhookAccounts accounts,
      Webhooks webhooks,
      WebhookAddress address) {
    this.batches = batches;
    this.configuration = configuration;
    this.accounts = accounts;
    this.webhooks = webhooks;
    this.address = address;
  }

  @Incoming("replays")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    batches.consume(records, "ingress-replays", this::replay);
  }

  private void replay(List<Event<?>> events) {
    configuration.await();
    for (Event<?> event : events) {
      if (!(event.data() instanceof WebhookReplayed call)) {
        throw new IllegalArgumentException("not a call to read again: " + event.type());
      }
      WebhookAccount.Open account =
          accounts
              .find(call.accountId(), call.provider())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "there is no open account "
                              + call.accountId()
                              + " of "
                              + call.provider()));
      webhooks
          .takeAgain(
              call.provider(), account, request(call), event.traceParent(), call.receivedAt())
          .await()
          .indefinitely();
    }
  }

  private WebhookRequest request(WebhookReplayed call) {
    String contentType = call.contentType();
    String query = call.query();
    return new WebhookRequest(
        call.method(),
        // Nothing but a signature depends on the key in the URL, and that has been checked.
        address.inbound(call.provider(), "-") + call.subPath(),
        call.subPath(),
        query == null || query.isEmpty() ? null : query,
        contentType == null || contentType.isEmpty()
            ? Map.of()
            : Map.of("content-type", List.of(contentType)),
        Base64.getDecoder().decode(call.body().getBytes(UTF_8)));
  }
}
