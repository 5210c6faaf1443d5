package io.parley.simulator.azure;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Outcome;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Environment;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ownership handshake in both schemas (azure-communication-services.md §4.5). */
final class Handshakes {

  static final String ORIGIN = "eventgrid.azure.net";
  static final String PATH = "/eventgrid/validate";

  private static final Duration MANUAL_TIME = Duration.ofMinutes(10);
  private static final RetryPolicy ONCE =
      RetryPolicy.after(List.of(), attempt -> false, Duration.ofSeconds(30));

  private final Environment environment;
  private final Subscriptions subscriptions;
  private final Tokens tokens;
  private final Supplier<String> baseUrl;

  Handshakes(
      Environment environment,
      Subscriptions subscriptions,
      Tokens tokens,
      Supplier<String> baseUrl) {
    this.environment = environment;
    this.subscriptions = subscriptions;
    this.tokens = tokens;
    this.baseUrl = baseUrl;
  }

  /** Blocks until the endpoint has answered; the subscription counts from then on. */
  HandshakeResult create(Account account, String name, SubscriptionSettings settings) {
    Subscription subscription =
        new Subscription(
            account.id(),
            name,
            settings,
            UUID.randomUUID().toString(),
            environment.clock().instant(),
            false);
    subscriptions.put(subscription);
    HandshakeResult result =
        settings.handshake() == SubscriptionSettings.Handshake.NONE
            ? HandshakeResult.trusted(name)
            : ask(account, subscription);
    if (result.validated()) {
      subscriptions.put(subscription.nowValidated());
    }
    return result;
  }

  /** Tells the endpoint that it will get no more; its answer does not matter. */
  void delete(Account account, Subscription subscription) {
    Map<String, Object> data = Map.of("eventSubscriptionId", account.topic());
    String body =
        Json.write(
            List.of(gridEvent(account, "Microsoft.EventGrid.SubscriptionDeletedEvent", data)));
    call(account, subscription, "POST", gridHeaders("SubscriptionDeletion"), body);
  }

  /** The endpoint's owner has followed the address of the handshake. */
  Answer followed(Request request) {
    Optional<Subscription> found = subscriptions.ofCode(request.query().text("id"));
    if (found.isEmpty()
        || found.get().created().plus(MANUAL_TIME).isBefore(environment.clock().instant())) {
      return Answer.text(404, "text/plain", "Webhook validation handshake failed.");
    }
    subscriptions.put(found.get().nowValidated());
    return Answer.text(
        200, "text/plain", "Webhook successfully validated as a subscription endpoint.");
  }

  private HandshakeResult ask(Account account, Subscription subscription) {
    boolean manual = subscription.settings().handshake() == SubscriptionSettings.Handshake.MANUAL;
    String url = baseUrl.get() + PATH + "?id=" + subscription.validationCode();
    Attempt attempt =
        switch (subscription.schema()) {
          case EVENT_GRID -> {
            Map<String, Object> data = new LinkedHashMap<>();
            if (!manual) {
              data.put("validationCode", subscription.validationCode());
            }
            data.put("validationUrl", url);
            Map<String, Object> event =
                gridEvent(account, "Microsoft.EventGrid.SubscriptionValidationEvent", data);
            yield call(
                account,
                subscription,
                "POST",
                gridHeaders("SubscriptionValidation"),
                Json.write(List.of(event)));
          }
          case CLOUD_EVENTS -> {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("WebHook-Request-Origin", ORIGIN);
            headers.put("WebHook-Request-Rate", "120");
            if (manual) {
              headers.put("WebHook-Request-Callback", url);
            }
            yield call(account, subscription, "OPTIONS", headers, "");
          }
        };
    return judged(subscription, attempt);
  }

  private HandshakeResult judged(Subscription subscription, Attempt attempt) {
    if (!(attempt.outcome() instanceof Outcome.Answered answered)) {
      return new HandshakeResult(
          subscription.name(), false, null, null, null, null, attempt.shown());
    }
    String problem =
        switch (subscription.schema()) {
          case EVENT_GRID -> gridProblem(subscription, answered);
          case CLOUD_EVENTS -> cloudProblem(answered);
        };
    boolean followed =
        subscriptions
            .find(subscription.accountId(), subscription.name())
            .filter(Subscription::validated)
            .isPresent();
    return new HandshakeResult(
        subscription.name(),
        problem == null || followed,
        answered.status(),
        answered.body(),
        answered.header("webhook-allowed-origin"),
        answered.header("webhook-allowed-rate"),
        followed ? null : problem);
  }

  private static @Nullable String gridProblem(
      Subscription subscription, Outcome.Answered answered) {
    if (answered.status() != 200) {
      return "the answer must be 200";
    }
    try {
      String code = Json.tree(answered.body()).path("validationResponse").asText("");
      return code.equals(subscription.validationCode())
          ? null
          : "validationResponse is not the code; the address can be followed for 10 minutes";
    } catch (InvalidFieldException e) {
      return "the body is not JSON; the address can be followed for 10 minutes";
    }
  }

  private static @Nullable String cloudProblem(Outcome.Answered answered) {
    String origin = Fields.orElse(answered.header("webhook-allowed-origin"), "");
    if (answered.status() != 200) {
      return "the answer must be 200";
    }
    return origin.equals(ORIGIN) || origin.equals("*")
        ? null
        : "WebHook-Allowed-Origin does not allow " + ORIGIN;
  }

  private Attempt call(
      Account account,
      Subscription subscription,
      String method,
      Map<String, String> headers,
      String body) {
    Webhook webhook =
        Route.of(account, subscription).webhook("handshake", "", method, headers, body, tokens);
    try {
      return environment.webhooks().deliver(webhook, ONCE).getLast();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the simulator is stopping", stopping);
    }
  }

  private static Map<String, String> gridHeaders(String eventType) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json; charset=utf-8");
    headers.put("aeg-event-type", eventType);
    headers.put("aeg-delivery-count", "0");
    headers.put("aeg-metadata-version", "1");
    return headers;
  }

  private Map<String, Object> gridEvent(Account account, String type, Map<String, Object> data) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("id", UUID.randomUUID().toString());
    event.put("topic", account.topic());
    event.put("subject", "");
    event.put("data", data);
    event.put("eventType", type);
    event.put(
        "eventTime", environment.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("metadataVersion", "1");
    event.put("dataVersion", "2");
    return event;
  }
}
