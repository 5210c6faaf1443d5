package io.parley.admin.hook;

import io.parley.events.Event;
import io.parley.events.MessageDropped;
import io.parley.platform.database.Database;
import io.parley.platform.messaging.BatchConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Counts what services have dropped, each event once, until it is audited. */
@ApplicationScoped
class DroppedMessages {

  private static final String INSERT =
      "insert into message_drop (event_id, subject, account_id, channel_address_id, address,"
          + " reason, minute, count) values ($1, $2, $3, $4, $5, $6, $7, $8)"
          + " on conflict (event_id) do nothing";

  private final BatchConsumer batches;
  private final Database database;

  DroppedMessages(BatchConsumer batches, Database database) {
    this.batches = batches;
    this.database = database;
  }

  @Incoming("drops")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    batches.consume(records, "admin-drops", this::keep);
  }

  private void keep(List<Event<?>> events) {
    List<Tuple> rows = events.stream().map(DroppedMessages::row).toList();
    database.inTransaction(
        transaction -> {
          transaction.batch(INSERT, rows);
          return rows.size();
        });
  }

  private static Tuple row(Event<?> event) {
    if (!(event.data() instanceof MessageDropped drop)) {
      throw new IllegalArgumentException("not about a drop: " + event.type());
    }
    Object place = Objects.requireNonNullElse(drop.channelAddressId(), "-");
    return Tuple.from(
        Arrays.asList(
            event.id(),
            drop.accountId() + "/" + place + "/" + drop.reason(),
            drop.accountId(),
            drop.channelAddressId(),
            drop.address(),
            drop.reason().name(),
            drop.at().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC),
            drop.count()));
  }
}
