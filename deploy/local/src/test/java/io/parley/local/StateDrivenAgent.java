package io.parley.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * An agent who takes every offer, answers the customer's messages, up to so many, and ends the
 * conversation. Whatever dies meanwhile, the agent looks again and goes on: every step follows from
 * what the API shows, and each reply has an id of its own.
 */
final class StateDrivenAgent implements Runnable {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final SystemUnderTest system;
  private final int number;
  private final int replies;
  private volatile boolean working = true;

  /**
   * An agent.
   *
   * @param number which of the organisation's agents
   * @param replies how many messages are answered before the conversation is ended
   */
  StateDrivenAgent(SystemUnderTest system, int number, int replies) {
    this.system = system;
    this.number = number;
    this.replies = replies;
  }

  static String reply(String conversation, int n) {
    return "reply " + n + " in " + conversation;
  }

  void stop() {
    working = false;
  }

  @Override
  public void run() {
    Json api = null;
    while (working) {
      try {
        if (api == null) {
          Json signedIn = system.organisation().agent(number);
          setPresence(signedIn, "AVAILABLE");
          api = signedIn;
        }
        work(api);
      } catch (RuntimeException e) {
        // A part of the stack is away. What was done is known to it, and what was not is done next
        // time.
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  static void setPresence(Json api, String presence) {
    Json.Answer me = api.get("/api/v1/me");
    api.put("/api/v1/me/presence", Map.of("presence", presence), me.etag().orElseThrow()).ok();
  }

  private void work(Json api) {
    for (JsonNode offer : api.get("/api/v1/me/offers").ok()) {
      api.post("/api/v1/offers/" + offer.get("id").asText() + "/accept", null, tag(offer));
    }
    for (JsonNode c : api.get("/api/v1/me/conversations?limit=200").ok().get("items")) {
      String path = "/api/v1/conversations/" + c.get("id").asText();
      switch (c.get("state").asText()) {
        case "ACTIVE" -> handle(api, path, c);
        case "WRAP_UP" -> api.post(path + "/close", null, tag(c));
        default -> {}
      }
    }
  }

  private void handle(Json api, String path, JsonNode conversation) {
    int written = 0;
    int answered = 0;
    for (JsonNode message : api.get(path + "/messages").ok().get("items")) {
      if (message.get("author").asText().equals("CUSTOMER")) {
        written++;
      } else {
        answered++;
      }
    }
    String id = conversation.get("id").asText();
    while (answered < Math.min(written, replies)) {
      answered++;
      String text = reply(id, answered);
      UUID message = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
      api.post(path + "/messages", Map.of("id", message, "text", text), tag(conversation)).ok();
    }
    if (answered >= replies) {
      api.post(path + "/end", null, tag(conversation));
    }
  }

  private static String tag(JsonNode versioned) {
    return "\"" + versioned.get("version").asLong() + "\"";
  }
}
