package io.parley.admin.hook;

import io.parley.admin.configuration.Deed;
import io.parley.admin.configuration.Deeds;
import io.parley.events.DropReason;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Audits what was dropped: one line for each address and minute. A minute is audited when it is
 * over and nothing has been told of it since the last look; what is told still later gets a line of
 * its own.
 */
@ApplicationScoped
class DropAudit {

  private static final Logger LOG = Logger.getLogger(DropAudit.class);

  private static final Duration REMEMBERED = Duration.ofDays(1);

  private static final String OVER =
      "select subject, account_id, channel_address_id, max(address), reason, minute, sum(count),"
          + " max(id), count(*) from message_drop where not audited and minute < $1"
          + " group by 1, 2, 3, 5, 6 having max(told_at) < now() - make_interval(secs => $2)"
          + " order by minute, subject limit 100";
  private static final String AUDITED =
      "update message_drop set audited = true"
          + " where subject = :subject and minute = :minute and id <= :last and not audited";
  private static final String FORGET = "delete from message_drop where audited and minute < $1";

  private final Pool pool;
  private final Deeds deeds;
  private final Clock clock;
  private final Duration pace;

  DropAudit(
      Pool pool,
      Deeds deeds,
      Clock clock,
      @ConfigProperty(name = "parley.admin.drops.pace", defaultValue = "PT5S") Duration pace) {
    this.pool = pool;
    this.deeds = deeds;
    this.clock = clock;
    this.pace = pace;
  }

  @Scheduled(
      every = "${parley.admin.drops.pace:PT5S}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> audit() {
    Instant now = clock.instant();
    return pool.preparedQuery(OVER)
        .execute(Tuple.of(time(now.minusSeconds(60)), pace.toMillis() / 1_000.0))
        .onItem()
        .transformToMulti(
            rows ->
                Multi.createFrom()
                    .items(StreamSupport.stream(rows.spliterator(), false).map(Group::of)))
        .onItem()
        .transformToUniAndConcatenate(this::audit)
        .collect()
        .last()
        .chain(() -> pool.preparedQuery(FORGET).execute(Tuple.of(time(now.minus(REMEMBERED)))))
        .replaceWithVoid()
        .onFailure()
        .invoke(failure -> LOG.warnf("Drops are audited later. error=%s", failure))
        .onFailure()
        .recoverWithNull();
  }

  /** Nothing, when another instance has audited the same or more has come meanwhile. */
  private Uni<Void> audit(Group group) {
    return deeds
        .record(group.deed(), null, () -> claimed(group))
        .onFailure(ClaimedException.class)
        .recoverWithNull();
  }

  private static Uni<?> claimed(Group group) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(AUDITED)
                    .setParameter("subject", group.subject())
                    .setParameter("minute", time(group.minute()))
                    .setParameter("last", group.last())
                    .executeUpdate())
        .invoke(
            rows -> {
              if (rows != group.rows()) {
                throw new ClaimedException();
              }
            });
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * Drops that become one line.
   *
   * @param last the highest id of the rows
   * @param rows how many rows they are
   */
  private record Group(
      String subject,
      UUID accountId,
      @Nullable UUID channelAddressId,
      @Nullable String address,
      DropReason reason,
      Instant minute,
      long count,
      long last,
      int rows) {

    static Group of(Row row) {
      return new Group(
          row.getString(0),
          row.getUUID(1),
          row.getUUID(2),
          row.getString(3),
          DropReason.valueOf(row.getString(4)),
          row.getOffsetDateTime(5).toInstant(),
          row.getLong(6),
          row.getLong(7),
          row.getInteger(8));
    }

    Deed deed() {
      Dropped what = new Dropped(accountId, address, reason, minute, count);
      return channelAddressId == null
          ? new Deed("DROPPED", Kind.ACCOUNT, accountId, what)
          : new Deed("DROPPED", Kind.CHANNEL_ADDRESS, channelAddressId, what);
    }
  }

  /**
   * What a line says.
   *
   * @param minute the minute in which it came
   * @param count how many messages, or calls of an account that is gone
   */
  record Dropped(
      UUID accountId, @Nullable String address, DropReason reason, Instant minute, long count) {}

  /** Rolls back. */
  private static final class ClaimedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClaimedException() {
      super("the drops are no longer as they were read", null, false, false);
    }
  }
}
