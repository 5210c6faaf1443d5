package io.parley.admin.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The replay of all letters of a topic that share a reason, while it runs and afterwards.
 *
 * @param id its id
 * @param topic the topic
 * @param reason what the letters share
 * @param author who began it
 * @param state how it stands
 * @param lookedAt letters with this reason that were open and were looked at
 * @param replayed those of them that were published
 * @param refused those that cannot be published as they are, and stay open
 * @param startedAt when it began
 * @param progressAt when it last came on
 * @param endedAt when it ended; absent while it runs
 */
@Schema(name = "DeadLetterReplay")
record ReplayJob(
    UUID id,
    String topic,
    String reason,
    UUID author,
    State state,
    long lookedAt,
    long replayed,
    long refused,
    Instant startedAt,
    Instant progressAt,
    @Nullable Instant endedAt) {

  /** How a replay stands. */
  @Schema(name = "DeadLetterReplayState")
  enum State {
    /** It waits for others, or is at work. */
    RUNNING,
    /** Every letter that was there when it began has been looked at. */
    DONE,
    /** It has published as many, or taken as long, as one replay may; another one goes on. */
    LIMIT_REACHED,
    /** Something went wrong; the log says what. What was published is marked. */
    FAILED,
    /** The instance that was at work is gone. What was published is marked. */
    INTERRUPTED
  }

  private static final Duration SILENCE = Duration.ofMinutes(2);

  /** As it stands now: one that has been silent for long is no longer at work. */
  ReplayJob at(Instant now) {
    boolean silent = state == State.RUNNING && progressAt.plus(SILENCE).isBefore(now);
    return silent ? with(State.INTERRUPTED, progressAt) : this;
  }

  /** The same after another stretch. */
  ReplayJob advanced(long looked, long published, Instant now) {
    return new ReplayJob(
        id,
        topic,
        reason,
        author,
        state,
        lookedAt + looked,
        replayed + published,
        refused + looked - published,
        startedAt,
        now,
        endedAt);
  }

  ReplayJob ended(State how, Instant now) {
    return with(how, now).advanced(0, 0, now);
  }

  private ReplayJob with(State how, Instant end) {
    return new ReplayJob(
        id, topic, reason, author, how, lookedAt, replayed, refused, startedAt, progressAt, end);
  }
}
