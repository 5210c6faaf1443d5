package io.parley.routing.stream;

import io.parley.routing.agent.Connections;
import io.parley.routing.conversation.Conversations;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.HandshakeRequest;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * An agent's live stream. It only tells; commands go over REST. The first message is {@code hello}
 * with the server's time and the newest sequence; each event has the next sequence; {@code ?since=}
 * repeats what came after that, or says {@code resync} when it is no longer kept (domain/pages.md
 * §3.2). What matters only now, such as {@code customer.typing}, has no sequence and is never
 * repeated.
 */
@WebSocket(path = "/api/v1/stream")
public class AgentStream {

  private static final Logger LOG = Logger.getLogger(AgentStream.class);
  private static final String TICKET = "ticket.";

  /**
   * Application-defined, as the WebSocket standard allows from 4000 on; 4401 by analogy with HTTP.
   */
  private static final CloseReason UNAUTHENTICATED =
      new CloseReason(4401, "ticket is missing, used or expired: POST /api/v1/stream-tickets");

  private final Conversations conversations;
  private final Connections connections;
  private final StreamBroadcast broadcast;
  private final StreamEnd end;

  AgentStream(
      Conversations conversations,
      Connections connections,
      StreamBroadcast broadcast,
      StreamEnd end) {
    this.conversations = conversations;
    this.connections = connections;
    this.broadcast = broadcast;
    this.end = end;
  }

  @OnOpen
  @RunOnVirtualThread
  void open(WebSocketConnection connection, HandshakeRequest handshake) {
    if (broadcast.isStopping()) {
      end(connection, StreamBroadcast.GOING_AWAY);
      return;
    }
    Optional<UUID> agentId =
        ticket(handshake).flatMap(ticket -> StreamTickets.redeem(conversations, ticket));
    Optional<UUID> connectionId = agentId.flatMap(connections::opened);
    if (agentId.isEmpty() || connectionId.isEmpty()) {
      end(connection, UNAUTHENTICATED);
      return;
    }
    Member member;
    try {
      member = broadcast.add(connection, connectionId.get(), agentId.get(), since(handshake));
    } catch (RuntimeException e) {
      LOG.debugf("Stream was not opened. agentId=%s error=%s", agentId.get(), e);
      connections.closed(connectionId.get(), agentId.get());
      end(connection, CloseReason.INTERNAL_SERVER_ERROR);
      return;
    }
    if (!end.mayListen(member)) {
      end.of(member, StreamEnd.DISMISSED);
    }
    if (connection.isClosed()) {
      // It was closed before it was known to anybody who could have noticed.
      close(connection);
    }
  }

  private static void end(WebSocketConnection connection, CloseReason reason) {
    if (connection.isOpen()) {
      connection.closeAndAwait(reason);
    }
  }

  @OnTextMessage
  void ignore(String message) {
    LOG.debug("The stream takes no messages; commands go over REST.");
  }

  @OnPongMessage
  @NonBlocking
  void pong(WebSocketConnection connection, Buffer message) {
    broadcast.member(connection).ifPresent(Member::answered);
  }

  @OnClose
  @RunOnVirtualThread
  void close(WebSocketConnection connection) {
    broadcast
        .member(connection)
        .filter(broadcast::remove)
        .ifPresent(member -> connections.closed(member.connectionId(), member.agentId()));
  }

  private static Optional<String> ticket(HandshakeRequest handshake) {
    return handshake.headers(HandshakeRequest.SEC_WEBSOCKET_PROTOCOL).stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(String::strip)
        .filter(protocol -> protocol.startsWith(TICKET))
        .map(protocol -> protocol.substring(TICKET.length()))
        .findFirst();
  }

  private static Optional<Long> since(HandshakeRequest handshake) {
    String query = handshake.query();
    if (query == null) {
      return Optional.empty();
    }
    return Arrays.stream(query.split("&"))
        .filter(parameter -> parameter.matches("since=\\d{1,18}"))
        .map(parameter -> Long.valueOf(parameter.substring("since=".length())))
        .findFirst();
  }
}
