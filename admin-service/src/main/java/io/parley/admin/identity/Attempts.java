package io.parley.admin.identity;

import io.parley.admin.password.Sha256;
import io.quarkus.scheduler.Scheduled;
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
import java.util.Locale;

/**
 * Counts attempts to sign in: per network address and per e-mail address from there, which close
 * the door, and per e-mail address from anywhere, which slows it down. An attempt is counted before
 * the password is looked at, so that trying in parallel gains nothing, and taken back when it was
 * right. What was typed is kept only as a digest: it may be a password in the wrong field.
 */
@ApplicationScoped
class Attempts {

  private static final Duration FIRST_DELAY = Duration.ofMillis(100);
  private static final int MOST_DOUBLINGS = 20;
  private static final String COUNT =
      "insert into sign_in_attempt as a (subject, attempts, since) values ($1, 1, $2)"
          + " on conflict (subject) do update set"
          + " attempts = case when a.since <= $3 then 1 else least(a.attempts + 1, 1000000) end,"
          + " since = case when a.since <= $3 then $2 else a.since end"
          + " returning attempts, since";
  private static final String FORGIVE =
      "update sign_in_attempt set attempts = case when subject = $3 then attempts - 1 else 0 end"
          + " where subject in ($1, $2, $3) and attempts > 0";
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
   * @param pair digest of both
   * @param address digest of the network address
   */
  record Subjects(String email, String pair, String address) {

    static Subjects of(String email, String address) {
      String canonical = email.strip().toLowerCase(Locale.ROOT);
      return new Subjects(
          Sha256.hex("email:" + canonical),
          Sha256.hex("pair:" + address + ":" + canonical),
          Sha256.hex("address:" + address));
    }
  }

  /**
   * Counts an attempt, and waits where too many have failed for the e-mail address.
   *
   * @return fails with {@link TooManyAttemptsException} if there were too many from this address
   */
  Uni<Void> count(Subjects subjects) {
    return counted(subjects.address(), configuration.attemptsPerAddress())
        .chain(() -> counted(subjects.pair(), configuration.attemptsPerEmailAndAddress()))
        .chain(() -> counted(subjects.email(), Integer.MAX_VALUE))
        .chain(
            failures -> {
              Duration delay =
                  delay(
                      failures - configuration.attemptsBeforeSlowing(),
                      configuration.longestDelay());
              return delay.isZero()
                  ? Uni.createFrom().voidItem()
                  : Uni.createFrom().voidItem().onItem().delayIt().by(delay);
            });
  }

  /** Twice as long with each attempt beyond what is free of it. */
  static Duration delay(int beyond, Duration longest) {
    if (beyond <= 0) {
      return Duration.ZERO;
    }
    Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(beyond - 1, MOST_DOUBLINGS));
    return delay.compareTo(longest) < 0 ? delay : longest;
  }

  /** Takes back what a successful attempt counted, and all failures for this e-mail address. */
  Uni<Void> forgive(Subjects subjects) {
    return pool.preparedQuery(FORGIVE)
        .execute(Tuple.of(subjects.email(), subjects.pair(), subjects.address()))
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

  private Uni<Integer> counted(String subject, int most) {
    Instant now = clock.instant();
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(subject, now.atOffset(ZoneOffset.UTC), windowBegan(now)))
        .map(rows -> requireAtMost(rows.iterator().next(), most, now));
  }

  private int requireAtMost(Row row, int most, Instant now) {
    if (row.getInteger(0) > most) {
      Instant over = row.getOffsetDateTime(1).toInstant().plus(configuration.window());
      throw new TooManyAttemptsException(Duration.between(now, over));
    }
    return row.getInteger(0);
  }

  private OffsetDateTime windowBegan(Instant now) {
    return now.minus(configuration.window()).atOffset(ZoneOffset.UTC);
  }
}
