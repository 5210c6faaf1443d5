package io.parley.outbound.media;

import io.parley.outbound.pace.Backoff;
import io.parley.platform.file.fetch.FetchResult;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Decides where an attachment stands after an attempt. Pure but for the jitter. An attempt that
 * ends late, after its lease, changes nothing unless it brought the file.
 */
final class MediaVerdict {

  private static final String INTERRUPTED = "Fetching the file was interrupted.";

  private final Backoff backoff;
  private final int attempts;
  private final Duration longestAge;
  private final RandomGenerator random;

  MediaVerdict(MediaConfiguration limits, RandomGenerator random) {
    this.backoff = new Backoff(limits.firstDelay(), limits.longestDelay());
    this.attempts = limits.attempts();
    this.longestAge = limits.longestAge();
    this.random = random;
  }

  /**
   * The attachment after an attempt.
   *
   * @param attempt which one it was
   */
  CustomerMedia after(CustomerMedia media, int attempt, FetchResult result, Instant now) {
    if (result instanceof FetchResult.Stored stored
        && !(media.standing() instanceof MediaStanding.Stored)) {
      return media.move(MediaStanding.Stored.of(stored.file()), now);
    }
    if (!(media.standing() instanceof MediaStanding.Fetching fetching)
        || media.attempts() != attempt) {
      return media;
    }
    return switch (result) {
      case FetchResult.Stored stored -> media.move(MediaStanding.Stored.of(stored.file()), now);
      case FetchResult.Refused refused ->
          switch (refused.refusal().reason()) {
            case TOO_LARGE, BLOCKED_TYPE, FORBIDDEN_ADDRESS ->
                media.move(fetching.refuse(refused.refusal().explanation()), now);
            // Providers announce files that they give out only a little later
            // (providers/twilio-sms.md §3.3), and access tokens may end early.
            case NOT_FOUND, ACCESS_DENIED ->
                again(media, fetching, refused.refusal().explanation(), now);
            case GONE -> media.move(fetching.giveUp(refused.refusal().explanation()), now);
          };
      case FetchResult.Failed failed ->
          failed.retryable()
              ? again(media, fetching, failed.explanation(), now)
              : media.move(fetching.giveUp(failed.explanation()), now);
    };
  }

  /**
   * The attachment when it is due: with another attempt begun, or given up because its last one was
   * never heard of again.
   */
  CustomerMedia due(CustomerMedia media, Instant leaseUntil, Instant now) {
    return switch (media.standing()) {
      case MediaStanding.Waiting waiting -> media.attempt(leaseUntil);
      case MediaStanding.Fetching fetching ->
          isLast(media, now)
              ? media.move(fetching.giveUp(givenUp(INTERRUPTED, media)), now)
              : media.attempt(leaseUntil);
      case MediaStanding.Concluded concluded -> media;
    };
  }

  private CustomerMedia again(
      CustomerMedia media, MediaStanding.Fetching fetching, String why, Instant now) {
    Instant at = now.plus(backoff.delay(Math.max(1, media.tries()), random));
    return isLast(media, at)
        ? media.move(fetching.giveUp(givenUp(why, media)), now)
        : media.move(fetching.retry(at, why), now);
  }

  private boolean isLast(CustomerMedia media, Instant next) {
    return media.tries() >= attempts || next.isAfter(media.since().plus(longestAge));
  }

  private static String givenUp(String why, CustomerMedia media) {
    int tries = media.tries();
    return why + " It was given up after " + tries + (tries == 1 ? " attempt." : " attempts.");
  }
}
