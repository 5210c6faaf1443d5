package io.parley.routing.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parley.events.EventJson;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.jboss.logging.Logger;

/**
 * One open stream. However many say that there is something new, one thread at a time sends; so a
 * slow client costs one thread and no memory.
 */
final class Member {

  private static final int MOST_UNANSWERED = 2;
  private static final Logger LOG = Logger.getLogger(Member.class);

  private final WebSocketConnection connection;
  private final UUID connectionId;
  private final UUID agentId;
  private final AtomicInteger pending = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private volatile long told;

  Member(WebSocketConnection connection, UUID connectionId, UUID agentId, long told) {
    this.connection = connection;
    this.connectionId = connectionId;
    this.agentId = agentId;
    this.told = told;
  }

  UUID connectionId() {
    return connectionId;
  }

  UUID agentId() {
    return agentId;
  }

  /**
   * Sends what is new, or leaves that to the thread that is at it.
   *
   * @param after gives some of what came after a sequence, nothing at the end
   */
  void tell(LongFunction<List<StreamEvent>> after) {
    if (pending.getAndIncrement() > 0) {
      return;
    }
    int seen;
    do {
      seen = pending.get();
      sendAll(after);
    } while (!pending.compareAndSet(seen, 0));
  }

  private void sendAll(LongFunction<List<StreamEvent>> after) {
    List<StreamEvent> news = after.apply(told);
    while (!news.isEmpty()) {
      for (StreamEvent event : news) {
        send(event);
        told = event.seq();
      }
      news = after.apply(told);
    }
  }

  void send(Object message) {
    connection.sendTextAndAwait(json(message));
  }

  /** Sends what is worth nothing later; a client that is behind does not hear it. */
  void pass(Object message) {
    if (pending.get() == 0) {
      connection
          .sendText(json(message))
          .subscribe()
          .with(
              sent -> LOG.tracef("Stream was told in passing. agentId=%s", agentId),
              e -> LOG.debugf("Stream was not told. agentId=%s error=%s", agentId, e));
    }
  }

  private static String json(Object message) {
    try {
      return EventJson.mapper().writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stream message cannot be written", e);
    }
  }

  /** Asks the client for a sign of life. */
  void ping() {
    unanswered.incrementAndGet();
    connection
        .sendPing(Buffer.buffer())
        .subscribe()
        .with(
            sent -> LOG.tracef("Stream pinged. agentId=%s", agentId),
            e -> LOG.debugf("Stream cannot be pinged. agentId=%s error=%s", agentId, e));
  }

  /** The client has given one. */
  void answered() {
    unanswered.set(0);
  }

  /** Whether no ping waits for its pong. */
  boolean hasAnswered() {
    return unanswered.get() == 0;
  }

  /** Whether the client has missed two pongs in a row. */
  boolean isSilent() {
    return unanswered.get() >= MOST_UNANSWERED;
  }

  /** Ends it; that it has ended already is no matter. */
  void close(CloseReason reason) {
    connection
        .close(reason)
        .subscribe()
        .with(
            closed -> LOG.tracef("Stream closed. agentId=%s", agentId),
            e -> LOG.debugf("Stream was closed already. agentId=%s error=%s", agentId, e));
  }
}
