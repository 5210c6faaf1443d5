package io.parley.admin.deadletter;

import io.parley.admin.audit.AuditTrail;
import io.parley.admin.audit.Line;
import io.parley.events.Topic;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.platform.time.Identifiers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Replays of all letters that share a reason: one after the other, on a thread of their own, so
 * that who asks need not wait. How they stand is in a table, for every instance to see.
 */
@ApplicationScoped
class ReplayJobs {

  private static final String INSERT =
      "insert into dead_letter_replay (id, topic, reason, author, state, started_at, progress_at)"
          + " values ($1, $2, $3, $4, $5, $6, $6)";
  private static final String FIND =
      "select id, topic, reason, author, state, looked_at, replayed, refused, started_at,"
          + " progress_at, ended_at from dead_letter_replay where id = $1 and topic = $2";
  private static final String UPDATE =
      "update dead_letter_replay set state = $2, looked_at = $3, replayed = $4, refused = $5,"
          + " progress_at = $6, ended_at = $7 where id = $1";

  private final ReplayRun run;
  private final AuditTrail trail;
  private final Pool pool;
  private final Identifiers identifiers;
  private final Clock clock;
  private final ExecutorService worker;

  ReplayJobs(
      ReplayRun run,
      AuditTrail trail,
      Pool pool,
      Identifiers identifiers,
      Clock clock,
      DeadLetterSettings settings) {
    this.run = run;
    this.trail = trail;
    this.pool = pool;
    this.identifiers = identifiers;
    this.clock = clock;
    this.worker =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(settings.replaysWaiting()),
            Thread.ofPlatform().daemon().name("dead-letter-replays").factory());
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  /**
   * Begins one.
   *
   * @throws ProblemException if too many wait already
   */
  Uni<ReplayJob> start(Topic topic, String reason, UUID author) {
    Instant now = clock.instant();
    ReplayJob job =
        new ReplayJob(
            identifiers.next(),
            topic.topicName(),
            reason,
            author,
            ReplayJob.State.RUNNING,
            0,
            0,
            0,
            now,
            now,
            null);
    return trail
        .note(Line.of(author, "REPLAY_STARTED", Replays.KIND, job.topic(), job))
        .chain(
            () ->
                pool.preparedQuery(INSERT)
                    .execute(
                        Tuple.from(
                            Arrays.asList(
                                job.id(), job.topic(), reason, author, "RUNNING", time(now)))))
        .invoke(() -> submit(topic, job))
        .replaceWith(job);
  }

  /** One as it stands. */
  Uni<ReplayJob> find(Topic topic, UUID id) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(id, topic.topicName()))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw unknown();
              }
              return job(rows.iterator().next()).at(clock.instant());
            });
  }

  static ProblemException unknown() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no replay with this id.");
  }

  private void submit(Topic topic, ReplayJob job) {
    try {
      worker.execute(() -> keep(run.run(topic, job, this::keep)));
    } catch (RejectedExecutionException e) {
      keepLater(job.ended(ReplayJob.State.FAILED, clock.instant()));
      throw new ProblemException(
          ProblemType.UNAVAILABLE, "Too many replays wait for each other at this moment.");
    }
  }

  private void keep(ReplayJob job) {
    update(job).await().indefinitely();
  }

  private void keepLater(ReplayJob job) {
    update(job).subscribe().with(rows -> {});
  }

  private Uni<?> update(ReplayJob job) {
    return pool.preparedQuery(UPDATE)
        .execute(
            Tuple.from(
                Arrays.asList(
                    job.id(),
                    job.state().name(),
                    job.lookedAt(),
                    job.replayed(),
                    job.refused(),
                    time(job.progressAt()),
                    time(job.endedAt()))));
  }

  private static ReplayJob job(Row row) {
    OffsetDateTime ended = row.getOffsetDateTime("ended_at");
    return new ReplayJob(
        row.getUUID("id"),
        row.getString("topic"),
        row.getString("reason"),
        row.getUUID("author"),
        ReplayJob.State.valueOf(row.getString("state")),
        row.getLong("looked_at"),
        row.getLong("replayed"),
        row.getLong("refused"),
        row.getOffsetDateTime("started_at").toInstant(),
        row.getOffsetDateTime("progress_at").toInstant(),
        ended == null ? null : ended.toInstant());
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
