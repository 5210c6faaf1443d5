package io.parley.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.parley.events.EventJson;
import io.parley.local.Settings.Part;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** An agent at work: commands over REST, and the live stream for what must arrive at once. */
public final class AgentDesk implements AutoCloseable {

  private static final int CONFLICT = 409;
  private static final int MOST_ATTEMPTS = 10;

  private final Json api;
  private final LinkedBlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
  private final WebSocket stream;

  /**
   * Opens the agent's stream.
   *
   * @param api the agents' API, signed in
   */
  public AgentDesk(Settings settings, Json api) {
    this.api = api;
    String ticket = api.post("/api/v1/stream-tickets", null).ok().get("ticket").asText();
    this.stream =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("parley.v1", "ticket." + ticket)
            .connectTimeout(Duration.ofSeconds(5))
            .buildAsync(
                URI.create("ws://localhost:" + settings.port(Part.ROUTING) + "/api/v1/stream"),
                new Listener())
            .join();
  }

  /**
   * Sets the agent's presence, whatever it was. An agent who comes back gets the former presence
   * again at that moment, which changes the version; then it is read and set once more.
   */
  public void setPresence(String presence) {
    Json.Answer answer;
    int attempts = 0;
    do {
      Json.Answer me = api.get("/api/v1/me");
      me.ok();
      answer =
          api.put("/api/v1/me/presence", Map.of("presence", presence), me.etag().orElseThrow());
      attempts++;
    } while (answer.status() == CONFLICT && attempts < MOST_ATTEMPTS);
    answer.ok();
  }

  /**
   * The next event of the stream that fits.
   *
   * @throws IllegalStateException if none comes in time
   */
  public JsonNode await(String what, Duration patience, Predicate<JsonNode> fits) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (true) {
        JsonNode event = told.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (event == null) {
          throw new IllegalStateException(
              "the agent's stream did not tell of "
                  + what
                  + " within "
                  + patience.toSeconds()
                  + " s");
        }
        if (fits.test(event)) {
          return event;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The agents' API. */
  public Json api() {
    return api;
  }

  @Override
  public void close() {
    // The service may have gone first; then there is nobody to say goodbye to.
    stream.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(e -> stream).join();
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          told.add(EventJson.mapper().readTree(text.toString()));
        } catch (JsonProcessingException e) {
          throw new IllegalStateException("the stream sent what is not JSON", e);
        } finally {
          text.setLength(0);
        }
      }
      socket.request(1);
      return java.util.concurrent.CompletableFuture.completedStage(null);
    }
  }
}
