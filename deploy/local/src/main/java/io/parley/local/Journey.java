package io.parley.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.events.ConversationEvent;
import io.parley.events.DeliveryState;
import io.parley.events.DeliveryUpdated;
import io.parley.events.MessageReceived;
import io.parley.events.ReplyRequested;
import io.parley.local.Settings.Part;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * One journey from a customer's text to the receipt for the answer. Everything in it is done by the
 * parts of the stack; this class only plays the customer, through the simulator, and the agent,
 * through the agents' API.
 */
final class Journey {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Stack stack;
  private final Organisation organisation;
  private final PrintStream out;

  Journey(Stack stack, Organisation organisation, PrintStream out) {
    this.stack = stack;
    this.organisation = organisation;
    this.out = out;
  }

  /** Makes the journey and prints its timeline. */
  void make(RandomGenerator random) {
    String customer = "+1206555%04d".formatted(random.nextInt(101, 200));
    try (Timeline timeline = new Timeline(stack.kafka().bootstrapServers(), out);
        AgentDesk agent = new AgentDesk(stack.settings(), organisation.agent(1))) {
      agent.setPresence("AVAILABLE");
      customerWrites(customer);

      MessageReceived received =
          timeline.step(
              "SMS received", MessageReceived.class, m -> m.from().value().equals(customer));
      ConversationEvent.Opened opened =
          timeline.step(
              "conversation opened",
              ConversationEvent.Opened.class,
              e -> e.customer().value().equals(received.from().value()));
      UUID id = opened.conversationId();
      timeline.step(
          "classified", ConversationEvent.Classified.class, e -> e.conversationId().equals(id));
      timeline.step("queued", ConversationEvent.Queued.class, e -> e.conversationId().equals(id));

      JsonNode offer =
          agent
              .await("the offer", PATIENCE, e -> e.path("type").asText().equals("offer.made"))
              .get("data");
      timeline.step(
          "offered to an agent",
          ConversationEvent.OfferMade.class,
          e -> e.conversationId().equals(id));
      Json.Answer accepted =
          agent
              .api()
              .post(
                  "/api/v1/offers/" + offer.get("offerId").asText() + "/accept",
                  null,
                  tag(offer.get("conversationVersion").asLong()));
      accepted.ok();
      timeline.step(
          "accepted", ConversationEvent.OfferAccepted.class, e -> e.conversationId().equals(id));

      UUID reply = answer(agent, id, accepted.etag().orElseThrow());
      timeline.step("answered", ReplyRequested.class, r -> r.messageId().equals(reply));
      timeline.step("sent", DeliveryUpdated.class, d -> reached(d, reply, DeliveryState.SENT));
      timeline.step(
          "delivered", DeliveryUpdated.class, d -> reached(d, reply, DeliveryState.DELIVERED));
      finish(agent, id);
    }
  }

  private void customerWrites(String customer) {
    Json.at(stack.settings().url(Part.SIMULATOR))
        .post(
            "/control/inbound",
            Map.of(
                "accountSid",
                organisation.accountSid("SMS"),
                "from",
                customer,
                "to",
                Organisation.SMS_NUMBER,
                "body",
                "Hello, where is my order 4711?"))
        .ok();
  }

  private static UUID answer(AgentDesk agent, UUID conversation, String version) {
    return UUID.fromString(
        agent
            .api()
            .post(
                "/api/v1/conversations/" + conversation + "/messages",
                Map.of("text", "Good news: it left our warehouse this morning."),
                version)
            .ok()
            .get("id")
            .asText());
  }

  private static boolean reached(DeliveryUpdated update, UUID message, DeliveryState state) {
    return update.messageId().equals(message) && update.state() == state;
  }

  /** So that the next run begins with a new conversation. */
  private static void finish(AgentDesk agent, UUID conversation) {
    String path = "/api/v1/conversations/" + conversation;
    String version = agent.api().get(path).etag().orElseThrow();
    Json.Answer ended = agent.api().post(path + "/end", null, version);
    agent.api().post(path + "/close", null, ended.etag().orElseThrow()).ok();
  }

  private static String tag(long version) {
    return String.format(Locale.ROOT, "\"%d\"", version);
  }
}
