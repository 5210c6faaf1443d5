package io.parley.outbound.diagnosis;

import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.outbound.message.Message;
import io.parley.outbound.message.MessageLedger;
import io.parley.platform.database.Database;
import io.parley.platform.database.Transaction;
import io.parley.platform.identity.Roles;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Shows one message, for finding out what happened to it. */
@Path("/api/v1/messages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
public class MessageResource {

  private final Database database;
  private final MessageLedger ledger;

  MessageResource(Database database, MessageLedger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /** Where a message stands. */
  @GET
  @Path("/{id}")
  @RunOnVirtualThread
  @Operation(summary = "State, attempts and reports of one outgoing message")
  public MessageStatus message(@PathParam("id") UUID id) {
    return database.inTransaction(
        transaction ->
            ledger
                .find(transaction, id)
                .map(message -> status(transaction, message))
                .orElseThrow(
                    () ->
                        new ProblemException(
                            ProblemType.NOT_FOUND, "There is no outgoing message " + id + ".")));
  }

  private static MessageStatus status(Transaction transaction, Message message) {
    return new MessageStatus(
        message.id(),
        message.letter().conversationId(),
        message.standing().state(),
        message.version(),
        message.changedAt(),
        message.standing().providerMessageId(),
        message.standing().providerStatus(),
        message.standing().reason(),
        message.nextAttemptAt(),
        attempts(transaction, message.id()),
        reports(transaction, message.id()));
  }

  private static List<MessageStatus.Attempt> attempts(Transaction transaction, UUID id) {
    return transaction.query(
        "select number, started_at, ended_at, outcome, reason_cause, reason_text, reason_code"
            + " from attempt where message_id = $1 order by number",
        row -> {
          OffsetDateTime ended = row.getOffsetDateTime("ended_at");
          return new MessageStatus.Attempt(
              row.getInteger("number"),
              row.getOffsetDateTime("started_at").toInstant(),
              ended == null ? null : ended.toInstant(),
              row.getString("outcome"),
              reason(row));
        },
        id);
  }

  private static List<MessageStatus.ProviderReport> reports(Transaction transaction, UUID id) {
    return transaction.query(
        "select status, provider_status, nullif(error_code, '') error_code, received_at"
            + " from receipt where message_id = $1 order by id",
        row ->
            new MessageStatus.ProviderReport(
                row.getString("status"),
                row.getString("provider_status"),
                row.getString("error_code"),
                row.getOffsetDateTime("received_at").toInstant()),
        id);
  }

  private static @Nullable DeliveryReason reason(Row row) {
    String cause = row.getString("reason_cause");
    return cause == null
        ? null
        : new DeliveryReason(
            FailureCause.valueOf(cause),
            row.getString("reason_text"),
            row.getString("reason_code"));
  }
}
