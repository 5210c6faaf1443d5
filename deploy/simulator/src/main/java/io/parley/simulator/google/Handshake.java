package io.parley.simulator.google;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Outcome;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.delivery.WebhookClient;
import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.journey.Delivered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What the console does when "Verify" is pressed (google-business-messages.md §2). */
public final class Handshake {

  private static final long LOWEST_SECRET = 1_000_000_000L;

  /**
   * An order to verify.
   *
   * @param clientToken another one than the agent's, to see it refused
   * @param secret a random one when absent
   */
  public record Order(String accountId, @Nullable String clientToken, @Nullable String secret) {
    public Order {
      Fields.required(accountId, "accountId");
    }
  }

  /** Whether the webhook proved that it knows the token: 200 and the secret alone. */
  public record Result(boolean verified, Delivered.Delivery delivery) {}

  private final WebhookClient webhooks;

  Handshake(WebhookClient webhooks) {
    this.webhooks = webhooks;
  }

  Result make(Order order, String clientToken, @Nullable Endpoint endpoint) {
    if (endpoint == null) {
      throw new InvalidFieldException("accountId", "has no webhook");
    }
    String secret =
        order.secret() == null
            ? String.valueOf(
                ThreadLocalRandom.current().nextLong(LOWEST_SECRET, 10 * LOWEST_SECRET))
            : order.secret();
    Map<String, String> body = new LinkedHashMap<>();
    body.put("clientToken", order.clientToken() == null ? clientToken : order.clientToken());
    body.put("secret", secret);
    Webhook webhook =
        GoogleWebhook.of(
            "handshake", "", endpoint.address(), Json.write(body), "", Optional.empty());
    try {
      List<Attempt> attempts = webhooks.deliver(webhook, GoogleWebhook.SEVEN_DAYS.atMost(0));
      boolean verified =
          attempts.getLast().outcome() instanceof Outcome.Answered answered
              && answered.status() == 200
              && answered.body().equals(secret);
      return new Result(verified, Delivered.Delivery.of(webhook, verified, attempts));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the simulator is stopping", stopping);
    }
  }
}
