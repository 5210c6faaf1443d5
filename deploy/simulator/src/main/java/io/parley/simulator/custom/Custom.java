package io.parley.simulator.custom;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Crowd;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.provider.AnswerFaults;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.provider.Provider;
import io.parley.simulator.provider.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A provider that is freely declared over HTTP. */
public final class Custom implements Provider {

  static final String NAME = "custom";
  private static final String BASE = "/custom/http/";

  private final Map<String, CustomSettings> accounts = new ConcurrentHashMap<>();
  private final Environment environment;
  private final Sends sends;

  public Custom(Environment environment) {
    this.environment = environment;
    this.sends = new Sends(environment);
  }

  /** Declares a provider, or declares it anew. */
  public void putAccount(String id, CustomSettings settings) {
    accounts.put(id, settings);
  }

  /**
   * Lets customers write: makes webhooks and waits until each is answered or given up.
   *
   * @throws InvalidFieldException if the account is unknown
   */
  public Delivered receive(CustomOrder order) {
    CustomSettings account = accounts.get(order.accountId());
    if (account == null) {
      throw new InvalidFieldException("accountId", "is not a known account");
    }
    Crowd crowd = order.crowdOrOne();
    return new Delivered(
        crowd.write(
            number -> {
              String id = Fields.orElse(order.messageId(), UUID.randomUUID().toString());
              Instant at = environment.clock().instant();
              Map<String, String> values = new HashMap<>();
              values.put("id", id);
              values.put("from", order.from());
              values.put("to", order.to());
              values.put("text", crowd.numbered(order.text(), number));
              values.put("at", at.toString());
              values.putAll(order.values());
              return () -> deliver(order, account, id, values, at);
            }));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean serves(Request request) {
    return request.path().startsWith(BASE);
  }

  @Override
  public Answer answer(Request request) {
    String rest = request.path().substring(BASE.length());
    int slash = rest.indexOf('/');
    String id = slash < 0 ? rest : rest.substring(0, slash);
    String path = slash < 0 ? "" : rest.substring(slash);
    CustomSettings account = accounts.get(id);
    if (account == null) {
      return Answer.empty(404);
    }
    try {
      return dispatched(id, account, path, request);
    } catch (Refusal e) {
      return e.answer();
    }
  }

  @Override
  public Optional<Answer> control(Request request) {
    List<String> path = request.segments();
    if (path.size() < 3 || !path.get(1).equals(NAME)) {
      return Optional.empty();
    }
    return switch (request.method() + " " + path.get(2) + "/" + path.size()) {
      case "PUT accounts/4" -> {
        putAccount(path.get(3), Json.read(request.body(), CustomSettings.class));
        yield Optional.of(Answer.empty(204));
      }
      case "POST inbound/3" ->
          Optional.of(Answer.json(200, receive(Json.read(request.body(), CustomOrder.class))));
      default -> Optional.empty();
    };
  }

  @Override
  public void reset() {
    accounts.clear();
    sends.clear();
  }

  private Answer dispatched(String id, CustomSettings account, String path, Request request) {
    SendSettings send = account.send();
    boolean checks = request.method().equals("GET") && path.equals(account.checkPath());
    boolean sending = request.method().equals(send.method()) && path.equals(send.path());
    if (!checks && !sending) {
      return Answer.empty(404);
    }
    if (!RequestCheck.isProved(send, request, environment.clock().instant())) {
      throw RequestCheck.refusal(send, 401, "unauthorized", "The proof is wrong or missing");
    }
    AnswerFaults faults = new AnswerFaults(environment.faults(), new CustomErrorForm(send));
    if (checks) {
      return faults.meet(
          FaultSubject.reading(NAME, "account", id), () -> Answer.json(200, Map.of("ok", true)));
    }
    Map<String, String> fields = RequestCheck.fields(send, request);
    FaultSubject subject =
        new FaultSubject(
            NAME,
            "send",
            id,
            fields.getOrDefault("from", ""),
            fields.getOrDefault("to", ""),
            fields.getOrDefault("text", ""));
    return faults.meet(subject, () -> sends.take(subject, account, fields, request));
  }

  private Delivered.Delivery deliver(
      CustomOrder order, CustomSettings account, String id, Map<String, String> values, Instant at)
      throws InterruptedException {
    CallSettings inbound = account.inbound();
    if (inbound == null) {
      return Delivered.Delivery.nowhere(id);
    }
    Webhook webhook = Calls.webhook("inbound", id, inbound, values, order.signatureOrValid(), at);
    List<Attempt> attempts = environment.webhooks().deliver(webhook, account.policy());
    return Delivered.Delivery.of(webhook, attempts.getLast().answeredBetween(200, 299), attempts);
  }
}
