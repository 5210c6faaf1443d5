package io.parley.outbound.media;

import io.parley.events.Event;
import io.parley.events.MediaUpdated;
import io.parley.events.MediaUpdated.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attachment of a customer: where it comes from, and where it stands.
 *
 * @param version counts the changes that others can see, from 1
 * @param attempts how often it was tried, ever
 * @param attemptsBefore how often before it was last asked for
 * @param since since when it has been tried: taken in, or asked for again
 * @param changedAt when others last saw it change
 */
record CustomerMedia(
    MediaOrigin origin,
    long version,
    int attempts,
    int attemptsBefore,
    Instant since,
    Instant changedAt,
    MediaStanding standing) {

  private static final String SOURCE = "/parley/outbound";

  /** An attachment that has just been announced. */
  static CustomerMedia announced(MediaOrigin origin) {
    Instant now = origin.takenAt();
    return new CustomerMedia(origin, 1, 0, 0, now, now, new MediaStanding.Waiting(now, null));
  }

  UUID id() {
    return origin.id();
  }

  /** How often it was tried since it was last asked for. */
  int tries() {
    return attempts - attemptsBefore;
  }

  /** One more attempt begins; others see what comes of it. */
  CustomerMedia attempt(Instant leaseUntil) {
    return new CustomerMedia(
        origin,
        version,
        attempts + 1,
        attemptsBefore,
        since,
        changedAt,
        new MediaStanding.Fetching(leaseUntil));
  }

  /** It stands elsewhere now, and others see it. */
  CustomerMedia move(MediaStanding next, Instant at) {
    return new CustomerMedia(origin, version + 1, attempts, attemptsBefore, since, at, next);
  }

  /** It is tried anew, as if it had just been announced. */
  CustomerMedia begunAnew(MediaStanding.Waiting next, Instant at) {
    return new CustomerMedia(origin, version + 1, attempts, attempts, at, at, next);
  }

  /** The event about the present version. */
  Event<MediaUpdated> event() {
    String key = id().toString();
    return new Event<>(
        id() + "/" + version, SOURCE, key, changedAt, origin.traceParent(), key, update());
  }

  private MediaUpdated update() {
    return switch (standing) {
      case MediaStanding.Waiting waiting ->
          update(
              State.PENDING,
              null,
              waiting.reason(),
              waiting.reason() == null ? null : waiting.dueAt());
      case MediaStanding.Fetching fetching -> update(State.PENDING, null, null, null);
      case MediaStanding.Stored stored -> update(State.STORED, stored, null, null);
      case MediaStanding.Unavailable unavailable ->
          update(State.UNAVAILABLE, null, unavailable.reason(), null);
      case MediaStanding.Refused refused -> update(State.REFUSED, null, refused.reason(), null);
    };
  }

  private MediaUpdated update(
      State state,
      MediaStanding.@Nullable Stored file,
      @Nullable String reason,
      @Nullable Instant nextAttemptAt) {
    return new MediaUpdated(
        id(),
        origin.accountId(),
        origin.channelAddressId(),
        origin.customer(),
        origin.providerMessageId(),
        origin.index(),
        version,
        state,
        file == null ? null : file.contentType(),
        file == null ? null : file.fileName(),
        file == null ? null : file.size(),
        reason,
        attempts,
        nextAttemptAt,
        changedAt);
  }
}
