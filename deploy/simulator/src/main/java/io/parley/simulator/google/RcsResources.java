package io.parley.simulator.google;

import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.JsonObject;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Journeys;
import io.parley.simulator.journey.Step;
import io.parley.simulator.journey.Traveller;
import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.recording.MessageKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What lies under {@code /v1/phones/{number}} (google-business-messages.md part II). */
final class RcsResources {

  private static final String REVOKED = "revoked";

  private final Environment environment;
  private final Journeys journeys;
  private final RcsTeller teller;
  private final Bounded<String, String> known;
  private final Bounded<String, String> files;

  RcsResources(Environment environment, RcsTeller teller) {
    this.environment = environment;
    this.journeys = environment.journeys();
    this.teller = teller;
    this.known = new Bounded<>(environment.keepMessages());
    this.files = new Bounded<>(environment.keepMessages());
  }

  void clear() {
    known.clear();
    files.clear();
  }

  /** Takes a message; a used {@code messageId} is ignored without a word. */
  Answer send(FaultSubject subject, RcsSettings agent, Request request) {
    String messageId = queried(request, "messageId");
    new RcsMessageCheck(new ContentCheck(agent.plainHttpAllowed()), files::has)
        .check(request.body());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("name", "phones/" + subject.to() + "/agentMessages/" + messageId);
    answer.put("sendTime", environment.clock().instant().toString());
    answer.put("contentMessage", JsonObject.parse(request.body()).node().path("contentMessage"));
    if (known.add(key(subject.account(), messageId), messageId)) {
      environment.took(subject, messageId, request);
      start(subject, agent, messageId);
    }
    return Answer.json(200, answer);
  }

  /** Succeeds whether or not anything could be revoked. */
  Answer revoke(String account, String messageId) {
    known.put(key(account, messageId), REVOKED);
    return Answer.json(200, Map.of());
  }

  Answer event(FaultSubject subject, Request request) {
    String eventId = queried(request, "eventId");
    JsonObject body = JsonObject.parse(request.body()).only("eventType", "messageId");
    body.requiredText("eventType");
    if (body.word("eventType", Set.of("IS_TYPING", "READ")).orElse("").equals("READ")) {
      body.requiredText("messageId");
    }
    known.add(key(subject.account(), eventId), eventId);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("name", "phones/" + subject.to() + "/agentEvents/" + eventId);
    answer.put("sendTime", environment.clock().instant().toString());
    return Answer.json(200, answer);
  }

  Answer capabilities(RcsSettings agent, Request request) {
    queried(request, "requestId");
    return Answer.json(200, Map.of("features", agent.featuresOrUsual()));
  }

  /** Which of at most 10,000 numbers RCS reaches. */
  Answer reachable(RcsSettings agent, JsonObject body) {
    List<String> users = body.only("users", "agentId").texts("users");
    if (users.isEmpty() || users.size() > 10_000) {
      throw body.invalid("users", "must have 1 to 10000 entries");
    }
    return Answer.json(
        200, Map.of("reachableUsers", users.stream().filter(agent::reaches).toList()));
  }

  /** Keeps the name of a file, not its content. */
  Answer upload() {
    String name = "files/" + UUID.randomUUID();
    files.put(name, name);
    return Answer.json(200, Map.of("name", name));
  }

  private void start(FaultSubject subject, RcsSettings agent, String messageId) {
    Fault.OnCallbacks spoilt = environment.fault(Fault.OnCallbacks.class, subject).orElse(null);
    List<Step<RcsOrder.EventType>> steps =
        environment
            .fault(Fault.OnOutcome.class, subject)
            .map(fault -> List.of(Step.of(expiry(fault), agent.pauses().deliveredMs())))
            .orElseGet(() -> usualSteps(agent));
    Endpoint endpoint = agent.webhook();
    if (endpoint == null) {
      return;
    }
    MessageKey message = new MessageKey(subject.provider(), subject.account(), messageId);
    journeys.start(
        steps,
        spoilt,
        new Traveller<>() {
          @Override
          public void reach(RcsOrder.EventType state) {}

          @Override
          public void report(RcsOrder.EventType state) throws InterruptedException {
            Optional<String> kept = known.get(key(subject.account(), messageId));
            if (!kept.equals(Optional.of(REVOKED))) {
              journeys.report(
                  message,
                  state.name(),
                  teller.status(agent, endpoint, subject.to(), messageId, state),
                  agent.retries());
            }
          }
        });
  }

  private static List<Step<RcsOrder.EventType>> usualSteps(RcsSettings agent) {
    List<Step<RcsOrder.EventType>> steps = new ArrayList<>();
    steps.add(Step.of(RcsOrder.EventType.DELIVERED, agent.pauses().deliveredMs()));
    if (agent.readReceipts()) {
      steps.add(Step.of(RcsOrder.EventType.READ, agent.pauses().readMs()));
    }
    return steps;
  }

  /** The only failures that RCS tells later: a message that expired, revoked or not. */
  private static RcsOrder.EventType expiry(Fault.OnOutcome fault) {
    return switch (fault) {
      case Fault.FailLater later ->
          later.errorCode().text().equals("TTL_EXPIRATION_REVOKE_FAILED")
              ? RcsOrder.EventType.TTL_EXPIRATION_REVOKE_FAILED
              : RcsOrder.EventType.TTL_EXPIRATION_REVOKED;
    };
  }

  private static String queried(Request request, String name) {
    String value = request.query().text(name);
    if (value.isEmpty()) {
      throw new InvalidFieldException(name, "is required");
    }
    return value;
  }

  private static String key(String account, String id) {
    return account + "/" + id;
  }
}
