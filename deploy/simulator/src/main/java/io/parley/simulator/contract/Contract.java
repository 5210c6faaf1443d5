package io.parley.simulator.contract;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.JsonObject;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Crowd;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.journey.Journeys;
import io.parley.simulator.journey.Step;
import io.parley.simulator.journey.Traveller;
import io.parley.simulator.provider.AnswerFaults;
import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.provider.Provider;
import io.parley.simulator.recording.MessageKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A provider that speaks the neutral contract of custom channels. */
public final class Contract implements Provider {

  static final String NAME = "contract";
  private static final String BASE = "/custom/contract/";

  private final Map<String, ContractSettings> accounts = new ConcurrentHashMap<>();
  private final Environment environment;
  private final Journeys journeys;
  private final Bounded<String, String> taken;

  public Contract(Environment environment) {
    this.environment = environment;
    this.journeys = environment.journeys();
    this.taken = new Bounded<>(environment.keepMessages());
  }

  /** Creates or replaces a channel. */
  public void putAccount(String id, ContractSettings settings) {
    accounts.put(id, settings);
  }

  /**
   * Lets customers write: makes webhooks and waits until each is answered or given up.
   *
   * @throws InvalidFieldException if the account is unknown
   */
  public Delivered receive(ContractOrder order) {
    ContractSettings channel = accounts.get(order.accountId());
    if (channel == null) {
      throw new InvalidFieldException("accountId", "is not a known account");
    }
    Crowd crowd = order.crowdOrOne();
    return new Delivered(
        crowd.write(
            number -> {
              String id = UUID.randomUUID().toString();
              String text = crowd.numbered(order.text(), number);
              return () -> deliver(order, channel, id, text);
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
    String id = request.path().substring(BASE.length());
    ContractSettings channel = accounts.get(id);
    if (channel == null) {
      return ContractAnswer.problem(404, "No such channel");
    }
    if (!request.method().equals("POST")) {
      return ContractAnswer.problem(405, "Method not allowed");
    }
    if (channel.authorization() != null
        && !channel.authorization().equals(request.header("authorization"))) {
      return ContractAnswer.problem(401, "Unauthorized");
    }
    JsonObject body;
    try {
      body = ContractAnswer.readable(request.body());
    } catch (InvalidFieldException e) {
      return ContractAnswer.problem(400, ("The request " + e.field()).strip() + " cannot be read");
    }
    return answer(id, channel, body, request);
  }

  @Override
  public Optional<Answer> control(Request request) {
    List<String> path = request.segments();
    if (path.size() < 3 || !path.get(1).equals(NAME)) {
      return Optional.empty();
    }
    return switch (request.method() + " " + path.get(2) + "/" + path.size()) {
      case "PUT accounts/4" -> {
        putAccount(path.get(3), Json.read(request.body(), ContractSettings.class));
        yield Optional.of(Answer.empty(204));
      }
      case "POST inbound/3" ->
          Optional.of(Answer.json(200, receive(Json.read(request.body(), ContractOrder.class))));
      default -> Optional.empty();
    };
  }

  @Override
  public void reset() {
    accounts.clear();
    taken.clear();
  }

  private Answer answer(String id, ContractSettings channel, JsonObject body, Request request) {
    ContractAnswer answers = ContractAnswer.to(channel, request.body());
    OutboundRequest outbound;
    try {
      outbound = OutboundRequest.parse(body);
      outbound.checkAgainst(channel);
    } catch (InvalidFieldException e) {
      return answers.notSent("InvalidRequest", e.field() + " " + e.getMessage());
    }
    FaultSubject subject =
        new FaultSubject(NAME, "send", id, outbound.from(), outbound.to(), outbound.text());
    return new AnswerFaults(environment.faults(), answers)
        .meet(subject, () -> taken(subject, channel, outbound, answers, request));
  }

  /** A repeated {@code IdempotencyId} brings the first message's id and no second message. */
  private Answer taken(
      FaultSubject subject,
      ContractSettings channel,
      OutboundRequest outbound,
      ContractAnswer answers,
      Request request) {
    if (channel.isSuspended()) {
      return answers.notSent("AccountSuspended", "The account is suspended");
    }
    String id = UUID.randomUUID().toString();
    String key = subject.account() + "/" + outbound.idempotencyId();
    if (!taken.add(key, id)) {
      return answers.sent(taken.get(key).orElse(id));
    }
    environment.took(subject, id, request);
    start(subject, channel, outbound, id);
    return answers.sent(id);
  }

  private void start(
      FaultSubject subject, ContractSettings channel, OutboundRequest outbound, String id) {
    Fault.OnCallbacks spoilt = environment.fault(Fault.OnCallbacks.class, subject).orElse(null);
    Optional<Fault.OnOutcome> failure = environment.fault(Fault.OnOutcome.class, subject);
    Endpoint endpoint = channel.deliveryReports();
    if (endpoint == null) {
      return;
    }
    MessageKey key = new MessageKey(NAME, subject.account(), id);
    journeys.start(
        List.of(Step.of(failure, channel.reportAfterMs())),
        spoilt,
        new Traveller<>() {
          @Override
          public void reach(Optional<Fault.OnOutcome> state) {}

          @Override
          public void report(Optional<Fault.OnOutcome> state) throws InterruptedException {
            Webhook webhook =
                state.isEmpty()
                    ? ContractCalls.report(channel, endpoint, outbound, id, null, "")
                    : failed(channel, endpoint, outbound, id, state.get());
            String word = state.isEmpty() ? "Delivered" : "NotDelivered";
            journeys.report(key, word, webhook, channel.policy());
          }
        });
  }

  private static Webhook failed(
      ContractSettings channel,
      Endpoint endpoint,
      OutboundRequest outbound,
      String id,
      Fault.OnOutcome failure) {
    return switch (failure) {
      case Fault.FailLater later ->
          ContractCalls.report(
              channel,
              endpoint,
              outbound,
              id,
              later.errorCode().text(),
              later.errorMessage() == null ? "Not delivered" : later.errorMessage());
    };
  }

  private Delivered.Delivery deliver(
      ContractOrder order, ContractSettings channel, String id, String text)
      throws InterruptedException {
    Endpoint endpoint = channel.inbound();
    if (endpoint == null) {
      return Delivered.Delivery.nowhere(id);
    }
    Webhook webhook = ContractCalls.inbound(channel, endpoint, order, id, text);
    List<Attempt> attempts = environment.webhooks().deliver(webhook, channel.policy());
    return Delivered.Delivery.of(webhook, attempts.getLast().answeredBetween(200, 299), attempts);
  }
}
