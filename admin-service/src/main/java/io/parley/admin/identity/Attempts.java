package io.parley.admin.identity;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Counts attempts to sign in, per e-mail address and per network address. An attempt is counted
 * before the password is looked at, so that trying in parallel gains nothing, and taken back when
 * it was right. What was typed is kept only as a digest: it may be a password in the wrong field.
 */
@ApplicationScoped
class Attempts {

  private static final String COUNT =
      "insert into sign_in_attempt as a (subject, attempts, since) values ($1, 1, $2)"
          + " on conflict (subject) do update set"
          + " attempts = case when a.since <= $3 then 1 else least(a.attempts + 1, 1000000) end,"
          + " since = case when a.since <= $3 then $2 else a.since end"
          + " returning attempts, since";
  private static final String FORGIVE =
      "update sign_in_attempt set attempts = case when subject = $1 then 0 else attempts - 1 end"
          + " where subject in ($1, $2) and attempts > 0";
  private static final String FORGET = "delete from sign_in_attempt where since <= $1";

  private final Pool pool;
  private final SignInConfiguration configuration;
  private final Clock clock;

  Attempts(Pool pool, SignInConfiguration configuration, Clock clock) {
    this.pool = pool;
    this.configuration = configuration;
    this.clock = clock;
  }

  /**
   * Who tries to sign in as whom.
   *
   * @param email digest of the e-mail address
   * @param address digest of the network address
   */
  record Subjects(String email, String address) {

    static Subjects of(String email, String address) {
      return new Subjects(
          digest("email:" + email.strip().toLowerCase(Locale.ROOT)), digest("address:" + address));
    }
  }

  /**
   * Counts an attempt.
   *
   * @return fails with {@link TooManyAttemptsException} if there were too many
   */
  Uni<Void> count(Subjects subjects) {
    return count(subjects.address(), configuration.attemptsPerAddress())
        .chain(() -> count(subjects.email(), configuration.attemptsPerEmail()));
  }

  /** Takes back what a successful attempt counted, and all failures for this e-mail address. */
  Uni<Void> forgive(Subjects subjects) {
    return pool.preparedQuery(FORGIVE)
        .execute(Tuple.of(subjects.email(), subjects.address()))
        .replaceWithVoid();
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> forgetOld() {
    return pool.preparedQuery(FORGET)
        .execute(Tuple.of(windowBegan(clock.instant())))
        .replaceWithVoid();
  }

  private Uni<Void> count(String subject, int most) {
    Instant now = clock.instant();
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(subject, now.atOffset(ZoneOffset.UTC), windowBegan(now)))
        .invoke(rows -> requireAtMost(rows.iterator().next(), most, now))
        .replaceWithVoid();
  }

  private void requireAtMost(Row row, int most, Instant now) {
    if (row.getInteger(0) > most) {
      Instant over = row.getOffsetDateTime(1).toInstant().plus(configuration.window());
      throw new TooManyAttemptsException(Duration.between(now, over));
    }
  }

  private OffsetDateTime windowBegan(Instant now) {
    return now.minus(configuration.window()).atOffset(ZoneOffset.UTC);
  }

  private static String digest(String subject) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(subject.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
