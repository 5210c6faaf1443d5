package io.parley.admin.propagation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads how far the configuration has got. */
@ApplicationScoped
class Committed {

  /**
   * The last committed change.
   *
   * @param version of the whole configuration; 0 when nothing was ever changed
   * @param at when it was committed; absent when nothing was ever changed
   */
  record Version(long version, @Nullable Instant at) {}

  private final Pool pool;

  Committed(Pool pool) {
    this.pool = pool;
  }

  Uni<Version> read() {
    return pool.query("select version, changed_at from configuration_version")
        .execute()
        .map(rows -> rows.iterator().next())
        .map(row -> new Version(row.getLong(0), instant(row.getOffsetDateTime(1))));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
