package io.parley.outbound.receipt;

import io.parley.events.ReceiptStatus;
import io.parley.outbound.receipt.Receipt.AtProvider;
import io.parley.platform.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps every report once. A report whose message is not known yet is parked; whoever learns the
 * provider's id of a message joins what is parked for it. Both sides lock the provider's id first,
 * so that a report cannot slip between looking and parking.
 */
@ApplicationScoped
public class ReceiptLedger {

  private static final String LOCK =
      "select pg_advisory_xact_lock(k) from (select distinct hashtextextended(a::text || p, 0) k"
          + " from unnest($1::uuid[], $2::text[]) as id (a, p) order by 1) keys";
  private static final String PARK =
      "insert into receipt (account_id, provider_message_id, provider_status, error_code,"
          + " provider, status, error_text, received_at, part, parts)"
          + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing";
  private static final String PARKED =
      "select r.account_id, r.provider_message_id, r.provider_status, r.error_code, r.provider,"
          + " r.status, r.error_text, r.received_at, r.part, r.parts,"
          + " case when r.parts = 0 then 0 else (select count(distinct d.part) from receipt d"
          + " where d.account_id = r.account_id and d.provider_message_id = r.provider_message_id"
          + " and d.parts > 0 and d.status in ('DELIVERED', 'READ')) end as parts_delivered"
          + " from receipt r join unnest($1::uuid[], $2::text[]) as id (a, p)"
          + " on r.account_id = id.a and r.provider_message_id = id.p"
          + " where r.message_id is null order by r.id";
  private static final String JOIN =
      "update receipt set message_id = $3 where account_id = $1 and provider_message_id = $2"
          + " and message_id is null";
  private static final String FORGET =
      "delete from receipt where message_id is null and received_at < $1";

  /** Locks these ids of messages at their providers until the end of the transaction. */
  public void lock(Transaction transaction, Collection<AtProvider> ids) {
    if (!ids.isEmpty()) {
      transaction.query(LOCK, row -> true, accounts(ids), providerIds(ids));
    }
  }

  void park(Transaction transaction, List<Receipt> receipts) {
    transaction.batch(
        PARK,
        receipts.stream()
            .map(
                receipt ->
                    Tuple.from(
                        Arrays.asList(
                            receipt.about().accountId(),
                            receipt.about().providerMessageId(),
                            receipt.providerStatus(),
                            receipt.errorCode(),
                            receipt.provider(),
                            receipt.status().name(),
                            receipt.errorText(),
                            receipt.receivedAt().atOffset(ZoneOffset.UTC),
                            receipt.part(),
                            receipt.parts())))
            .toList());
  }

  /** What is parked for these ids, in the order of arrival. */
  public List<Receipt> parked(Transaction transaction, Collection<AtProvider> ids) {
    return ids.isEmpty()
        ? List.of()
        : transaction.query(PARKED, ReceiptLedger::read, accounts(ids), providerIds(ids));
  }

  /** From now on the reports about these ids belong to these messages. */
  public void join(Transaction transaction, Map<AtProvider, UUID> messages) {
    transaction.batch(
        JOIN,
        messages.entrySet().stream()
            .map(
                entry ->
                    Tuple.of(
                        entry.getKey().accountId(),
                        entry.getKey().providerMessageId(),
                        entry.getValue()))
            .toList());
  }

  int forgetParkedBefore(Transaction transaction, Instant limit) {
    return transaction.update(FORGET, limit.atOffset(ZoneOffset.UTC));
  }

  private static Receipt read(Row row) {
    return new Receipt(
        new AtProvider(row.getUUID("account_id"), row.getString("provider_message_id")),
        null,
        row.getString("provider"),
        ReceiptStatus.valueOf(row.getString("status")),
        row.getString("provider_status"),
        row.getString("error_code"),
        row.getString("error_text"),
        row.getOffsetDateTime("received_at").toInstant(),
        row.getInteger("part"),
        row.getInteger("parts"),
        row.getLong("parts_delivered").intValue());
  }

  private static UUID[] accounts(Collection<AtProvider> ids) {
    return ids.stream().map(AtProvider::accountId).toArray(UUID[]::new);
  }

  private static String[] providerIds(Collection<AtProvider> ids) {
    return ids.stream().map(AtProvider::providerMessageId).toArray(String[]::new);
  }
}
