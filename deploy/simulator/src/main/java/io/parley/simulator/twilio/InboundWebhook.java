package io.parley.simulator.twilio;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Outcome;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.delivery.WebhookClient;
import io.parley.simulator.http.Parameter;
import io.parley.simulator.http.Parameters;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One inbound webhook with its repetitions, its answer and its fallback. */
final class InboundWebhook {

  private static final String NOBODY_KNOWS = "not-the-token-of-any-account";

  private final WebhookClient client;

  InboundWebhook(WebhookClient client) {
    this.client = client;
  }

  InboundResult.Delivery deliver(InboundOrder order, InboundRoute route, String sid, String body)
      throws InterruptedException {
    if (route.url().isEmpty()) {
      return new InboundResult.Delivery(sid, null, List.of(), null, "", 0, null, List.of(), null);
    }
    WebhookUrl url = route.url().get();
    URI target = route.target(order, url);
    Parameters form = InboundForm.of(order, sid, body, route.service());
    Webhook webhook = signed("inbound", order, route.account(), sid, url, target, form);
    List<Attempt> attempts = client.deliver(webhook, policy(order, route.account(), url));
    Attempt last = attempts.getLast();
    TwimlAnswer answer = TwimlAnswer.of(last.outcome());
    @Nullable Integer fallback = null;
    WebhookProblem problem = answer.problem();
    if (problem != null && last.failure().isPresent() && route.fallback().isPresent()) {
      fallback = fallBack(order, route, sid, form, problem, url.signed());
    }
    return new InboundResult.Delivery(
        sid,
        target.toString(),
        attempts.stream().map(Attempt::shown).toList(),
        last.status(),
        last.outcome() instanceof Outcome.Answered answered ? answered.body() : "",
        last.milliseconds(),
        problem,
        answer.replies(),
        fallback);
  }

  private @Nullable Integer fallBack(
      InboundOrder order,
      InboundRoute route,
      String sid,
      Parameters form,
      WebhookProblem problem,
      String failedUrl)
      throws InterruptedException {
    WebhookUrl url = route.fallback().orElseThrow();
    List<Parameter> more = new ArrayList<>(form.list());
    more.add(new Parameter("ErrorCode", String.valueOf(problem.code())));
    more.add(new Parameter("ErrorUrl", failedUrl));
    URI target = url.deliveredTo(route.number().map(NumberSettings::deliverTo).orElse(null));
    Webhook webhook =
        signed("fallback", order, route.account(), sid, url, target, new Parameters(more));
    return client.deliver(webhook, url.retries()).getLast().status();
  }

  private static Webhook signed(
      String kind,
      InboundOrder order,
      Account account,
      String sid,
      WebhookUrl url,
      URI target,
      Parameters form) {
    SignatureKind wanted = order.signature() == null ? SignatureKind.VALID : order.signature();
    AccountSettings settings = account.settings();
    String secondary = settings.secondaryToken();
    return switch (wanted) {
      case VALID -> SignedWebhook.of(kind, sid, url, target, settings.authToken(), form);
      case SECONDARY ->
          SignedWebhook.of(
              kind, sid, url, target, secondary == null ? NOBODY_KNOWS : secondary, form);
      case WRONG -> SignedWebhook.of(kind, sid, url, target, NOBODY_KNOWS, form);
      case NONE -> {
        Map<String, String> headers = SignedWebhook.unsignedHeaders(url);
        yield Webhook.post(kind, sid, target, headers, form.encode());
      }
    };
  }

  private static RetryPolicy policy(InboundOrder order, Account account, WebhookUrl url) {
    Integer retries = order.retries();
    return retries == null ? account.retries(url) : RetryPolicy.persistent(retries);
  }
}
