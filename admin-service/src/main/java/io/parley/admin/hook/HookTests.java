package io.parley.admin.hook;

import io.parley.channels.CallbackUse.Purpose;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Since when somebody waits for a call, for all instances. */
@ApplicationScoped
class HookTests {

  private static final String BEGIN =
      "insert into hook_test (account_id, purpose, since) values ($1, $2, $3)"
          + " on conflict (account_id, purpose) do update set since = excluded.since";
  private static final String SINCE =
      "select since from hook_test where account_id = $1 and purpose = $2";

  private final Pool pool;
  private final Clock clock;

  HookTests(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Begins to wait, or begins again; says since when. */
  Uni<Instant> begin(UUID accountId, Purpose purpose) {
    // PostgreSQL keeps microseconds; what is said must be what is stored.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return pool.preparedQuery(BEGIN)
        .execute(Tuple.of(accountId, purpose.name(), now.atOffset(ZoneOffset.UTC)))
        .replaceWith(now);
  }

  /** Since when somebody waits, if somebody does. */
  Uni<Optional<Instant>> since(UUID accountId, Purpose purpose) {
    return pool.preparedQuery(SINCE)
        .execute(Tuple.of(accountId, purpose.name()))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(rows.iterator().next().getOffsetDateTime(0).toInstant()));
  }
}
