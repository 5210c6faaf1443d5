package io.parley.routing.journey;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An agent's live stream as a browser opens it. */
public final class Stream implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final List<JsonPath> received = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;

  private Stream(String ticket, @Nullable Long since) {
    URI uri =
        URI.create(
            "ws://localhost:"
                + RestAssured.port
                + "/api/v1/stream"
                + (since == null ? "" : "?since=" + since));
    socket =
        CLIENT
            .newWebSocketBuilder()
            .subprotocols("parley.v1", "ticket." + ticket)
            .buildAsync(uri, new Listener())
            .join();
  }

  /** Opens a stream and waits until it has greeted. */
  public static Stream open(Agent agent) {
    return greeted(new Stream(agent.ticket(), null));
  }

  /** Opens it again and asks for what came after a sequence. */
  public static Stream resume(Agent agent, long since) {
    return greeted(new Stream(agent.ticket(), since));
  }

  /** Tries to open one with this ticket. */
  public static Stream attempt(String ticket) {
    return new Stream(ticket, null);
  }

  private static Stream greeted(Stream stream) {
    await().until(() -> !stream.received.isEmpty());
    return stream;
  }

  /** Opens a stream with this ticket and waits until it has greeted. */
  public static Stream open(String ticket) {
    return greeted(new Stream(ticket, null));
  }

  /** The chosen sub-protocol. */
  public String protocol() {
    return socket.getSubprotocol();
  }

  /** The greeting. */
  public JsonPath hello() {
    return received.get(0);
  }

  /** Everything after the greeting. */
  public List<JsonPath> events() {
    return received.subList(1, received.size());
  }

  public List<String> types() {
    return events().stream().map(event -> event.getString("type")).toList();
  }

  public List<Long> sequences() {
    return events().stream().map(event -> event.getLong("seq")).toList();
  }

  /** With which code the server closed it. */
  public int closedWith() {
    return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** As when the network is gone. */
  public void breakOff() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        received.add(new JsonPath(text.toString()));
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(
        WebSocket webSocket, int statusCode, String reason) {
      closed.complete(statusCode);
      return null;
    }
  }
}
