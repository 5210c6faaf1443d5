package io.parley.outbound.dispatch;

import io.parley.outbound.message.Message;
import io.parley.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Other messages to the same customer, with which a looked-up message must not be confused. */
@ApplicationScoped
class Neighbours {

  /** A neighbour may have waited long before it was sent at about the same time. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private static final String PROVIDER_IDS =
      "select provider_message_id from message where channel_address_id = $1"
          + " and customer_address = $2 and taken_at > $3 and id <> $4"
          + " and provider_message_id is not null";
  private static final String OPEN_DOUBLE =
      "select id from message where channel_address_id = $1 and customer_address = $2"
          + " and id <> $3 and state in ('CALLING', 'RESOLVING', 'UNKNOWN')"
          + " and content = (select content from message where id = $3)";

  List<String> providerIds(Transaction transaction, Message message, Instant since) {
    return transaction.query(
        PROVIDER_IDS,
        row -> row.getString(0),
        message.letter().channelAddressId(),
        message.letter().to().value(),
        since.minus(LONGEST_WAIT).atOffset(ZoneOffset.UTC),
        message.id());
  }

  boolean hasOpenDouble(Transaction transaction, Message message) {
    return !transaction
        .query(
            OPEN_DOUBLE,
            row -> row.getUUID(0),
            message.letter().channelAddressId(),
            message.letter().to().value(),
            message.id())
        .isEmpty();
  }
}
