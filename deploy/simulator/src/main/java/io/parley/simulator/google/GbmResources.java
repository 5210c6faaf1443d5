package io.parley.simulator.google;

import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
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

/** What lies under {@code /v1/conversations/{id}} (google-business-messages.md §5). */
final class GbmResources {

  private final Environment environment;
  private final Conversations conversations;
  private final Journeys journeys;
  private final Bounded<String, String> known;

  GbmResources(Environment environment, Conversations conversations) {
    this.environment = environment;
    this.conversations = conversations;
    this.journeys = environment.journeys();
    this.known = new Bounded<>(environment.keepMessages());
  }

  void clear() {
    known.clear();
  }

  /** Takes a message; a used {@code messageId} is refused with 409. */
  Answer send(FaultSubject subject, GbmSettings agent, String conversationId, Request request) {
    JsonObject body = JsonObject.parse(request.body());
    new GbmMessageCheck(new ContentCheck(agent.plainHttpAllowed())).check(body);
    if (agent.plainDevices().contains(conversationId)
        && !body.has("text")
        && !body.has("fallback")) {
      throw GoogleError.FAILED_PRECONDITION.refused();
    }
    String messageId = body.requiredText("messageId");
    takeId(conversationId, messageId);
    environment.took(subject, messageId, request);
    start(subject, agent, messageId);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("name", GbmEvents.name(conversationId, messageId));
    body.names().forEach(name -> answer.put(name, body.node().path(name)));
    return Answer.json(200, answer);
  }

  Answer event(GbmSettings agent, String conversationId, Request request) {
    String eventId = request.query().text("eventId");
    if (eventId.isEmpty()) {
      throw GoogleError.INVALID_ARGUMENT.refused("eventId is required");
    }
    JsonObject body = JsonObject.parse(request.body()).only("eventType", "representative");
    body.requiredText("eventType");
    body.word(
        "eventType",
        Set.of("TYPING_STARTED", "TYPING_STOPPED", "REPRESENTATIVE_JOINED", "REPRESENTATIVE_LEFT"));
    new GbmMessageCheck(new ContentCheck(agent.plainHttpAllowed()))
        .representative(body.requiredObject("representative"));
    takeId(conversationId, eventId);
    return Answer.json(
        200, Map.of("name", "conversations/" + conversationId + "/events/" + eventId));
  }

  Answer readReceipt(String conversationId, String messageId, Request request) {
    JsonObject body = JsonObject.parse(request.body()).only("receiptType");
    body.requiredText("receiptType");
    body.word("receiptType", Set.of("READ"));
    return Answer.json(
        200, Map.of("message", GbmEvents.name(conversationId, messageId), "receiptType", "READ"));
  }

  /** A second survey within 24 hours is refused with 429. */
  Answer survey(GbmSettings agent, String conversationId, Request request) {
    String surveyId = request.query().text("surveyId");
    if (surveyId.isEmpty()) {
      throw GoogleError.INVALID_ARGUMENT.refused("surveyId is required");
    }
    if (agent.plainDevices().contains(conversationId)) {
      throw GoogleError.FAILED_PRECONDITION.refused("The client does not support surveys");
    }
    if (!conversations.trySurvey(conversationId, environment.clock().instant())) {
      throw GoogleError.RESOURCE_EXHAUSTED.refused("A survey was sent less than 24 hours ago");
    }
    return Answer.json(
        200, Map.of("name", "conversations/" + conversationId + "/surveys/" + surveyId));
  }

  private void takeId(String conversationId, String id) {
    if (!known.add(conversationId + "/" + id, id)) {
      throw GoogleError.ALREADY_EXISTS.refused();
    }
  }

  /** Receipts follow; a failure after the acceptance is never told, so then there are none. */
  private void start(FaultSubject subject, GbmSettings agent, String messageId) {
    Fault.OnCallbacks spoilt = environment.fault(Fault.OnCallbacks.class, subject).orElse(null);
    boolean fails = environment.fault(Fault.OnOutcome.class, subject).isPresent();
    Optional<Endpoint> webhook = Optional.ofNullable(agent.webhook());
    if (fails || webhook.isEmpty()) {
      return;
    }
    List<Step<String>> steps = new ArrayList<>();
    steps.add(Step.of("DELIVERED", agent.pauses().deliveredMs()));
    if (agent.readReceipts()) {
      steps.add(Step.of("READ", agent.pauses().readMs()));
    }
    MessageKey key = new MessageKey(Google.NAME, subject.account(), messageId);
    journeys.start(
        steps,
        spoilt,
        new Traveller<>() {
          @Override
          public void reach(String state) {}

          @Override
          public void report(String state) throws InterruptedException {
            String event =
                GbmEvents.receipt(
                    agent.agent(),
                    subject.to(),
                    new GbmOrder.Receipt(messageId, state),
                    environment.clock().instant());
            journeys.report(
                key,
                state,
                GoogleWebhook.of(
                    "status",
                    messageId,
                    webhook.get().address(),
                    event,
                    event,
                    Optional.of(agent.clientToken())),
                agent.retries());
          }
        });
  }
}
