package io.parley.routing.stream;

import io.parley.platform.identity.Caller;
import io.parley.platform.identity.Roles;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.routing.agent.Agents;
import io.parley.routing.agent.ConnectionConfiguration;
import io.parley.routing.conversation.Conversations;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One-use tickets that open an agent's stream: a token in a WebSocket's URL would end up in logs,
 * and a browser cannot send one as a header (domain/pages.md §3.2). Only the ticket's hash is
 * stored.
 */
@Path("/api/v1/stream-tickets")
@RolesAllowed(Roles.AGENT)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Stream")
public class StreamTickets {

  private static final int BYTES = 24;

  private final Caller caller;
  private final Conversations conversations;
  private final ConnectionConfiguration configuration;
  private final Agents agents;
  private final Clock clock;
  private final RandomGenerator random;

  StreamTickets(
      Caller caller,
      Conversations conversations,
      ConnectionConfiguration configuration,
      Agents agents,
      Clock clock,
      RandomGenerator random) {
    this.caller = caller;
    this.conversations = conversations;
    this.configuration = configuration;
    this.agents = agents;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A ticket.
   *
   * @param ticket sent as sub-protocol {@code ticket.<this>} beside {@code parley.v1}
   * @param expiresAt until when it can be used, once
   */
  public record Ticket(String ticket, Instant expiresAt) {}

  @POST
  @Operation(
      summary =
          "A ticket for WebSocket /api/v1/stream: offer the sub-protocols 'parley.v1' and 'ticket.<ticket>'.")
  public RestResponse<Ticket> create() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant expiresAt = clock.instant().plus(configuration.ticketLifetime());
    UUID agentId = caller.id();
    if (agents.find(agentId).isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND,
          "You are not known as an agent, or not yet; try again in a second.");
    }
    conversations.change(
        change ->
            change
                .transaction()
                .update(
                    "insert into stream_ticket (token_hash, agent_id, expires_at) values ($1, $2, $3)",
                    Buffer.buffer(hash(ticket)),
                    agentId,
                    expiresAt.atOffset(ZoneOffset.UTC)));
    return RestResponse.status(RestResponse.Status.CREATED, new Ticket(ticket, expiresAt));
  }

  /** Uses a ticket up and says whose it was. */
  static Optional<UUID> redeem(Conversations conversations, String ticket) {
    return conversations.change(
        change ->
            change
                .transaction()
                .first(
                    "delete from stream_ticket where token_hash = $1 and expires_at > $2 returning agent_id",
                    row -> row.getUUID(0),
                    Buffer.buffer(hash(ticket)),
                    change.now().atOffset(ZoneOffset.UTC)));
  }

  private static byte[] hash(String ticket) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(ticket.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
