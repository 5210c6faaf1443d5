package io.parley.outbound.customer;

import io.parley.outbound.customer.CustomerFacts.Heard;
import io.parley.platform.database.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps consent and send windows. Older news never replaces newer, so repetitions are harmless. */
@ApplicationScoped
public class CustomerLedger {

  private static final String EXTEND_WINDOW =
      "insert into send_window as w (channel_address_id, customer_address, last_inbound_at,"
          + " reply_to, last_message_id)"
          + " values ($1, $2, $3, $4, $5) on conflict (channel_address_id, customer_address)"
          + " do update set last_inbound_at = excluded.last_inbound_at,"
          + " reply_to = excluded.reply_to, last_message_id = excluded.last_message_id"
          + " where w.last_inbound_at < excluded.last_inbound_at";
  private static final String SET_CONSENT =
      "insert into opt_out as o"
          + " (channel_address_id, customer_address, opted_out, changed_at, source)"
          + " values ($1, $2, $3, $4, $5) on conflict (channel_address_id, customer_address)"
          + " do update set opted_out = excluded.opted_out, changed_at = excluded.changed_at,"
          + " source = excluded.source where o.changed_at < excluded.changed_at";
  private static final String FACTS =
      "select k.address_id, k.customer, coalesce(o.opted_out, false), w.last_inbound_at,"
          + " w.reply_to, w.last_message_id"
          + " from unnest($1::uuid[], $2::text[]) as k (address_id, customer)"
          + " left join opt_out o on o.channel_address_id = k.address_id"
          + " and o.customer_address = k.customer"
          + " left join send_window w on w.channel_address_id = k.address_id"
          + " and w.customer_address = k.customer";
  private static final Comparator<CustomerKey> ORDER =
      Comparator.comparing(CustomerKey::channelAddressId)
          .thenComparing(CustomerKey::customerAddress);

  /** Customers wrote. The keys are written in one order, so that two instances cannot deadlock. */
  public void heard(Transaction transaction, Map<CustomerKey, Heard> lastInbound) {
    transaction.batch(
        EXTEND_WINDOW,
        lastInbound.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(ORDER))
            .map(
                entry ->
                    Tuple.of(
                        entry.getKey().channelAddressId(),
                        entry.getKey().customerAddress(),
                        time(entry.getValue().at()),
                        entry.getValue().replyTo(),
                        entry.getValue().messageId()))
            .toList());
  }

  /** Customers said whether they want messages, or a provider said so for them. */
  public void consent(Transaction transaction, Collection<ConsentNews> news) {
    transaction.batch(
        SET_CONSENT,
        news.stream()
            .sorted(
                Comparator.comparing(ConsentNews::customer, ORDER).thenComparing(ConsentNews::at))
            .map(
                one ->
                    Tuple.of(
                        one.customer().channelAddressId(),
                        one.customer().customerAddress(),
                        one.optedOut(),
                        time(one.at()),
                        one.source().name()))
            .toList());
  }

  /** What counts before messages are sent to these customers. */
  public Map<CustomerKey, CustomerFacts> facts(
      Transaction transaction, Collection<CustomerKey> customers) {
    List<CustomerKey> keys = customers.stream().distinct().toList();
    Map<CustomerKey, CustomerFacts> facts = new HashMap<>();
    if (keys.isEmpty()) {
      return facts;
    }
    transaction.query(
        FACTS,
        row -> {
          OffsetDateTime lastInbound = row.getOffsetDateTime(3);
          return facts.put(
              new CustomerKey(row.getUUID(0), row.getString(1)),
              new CustomerFacts(
                  row.getBoolean(2),
                  lastInbound == null
                      ? null
                      : new Heard(lastInbound.toInstant(), row.getString(4), row.getString(5))));
        },
        keys.stream().map(CustomerKey::channelAddressId).toArray(UUID[]::new),
        keys.stream().map(CustomerKey::customerAddress).toArray(String[]::new));
    return facts;
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
