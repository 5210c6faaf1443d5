package io.parley.admin.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When keys follow each other. Each is published before it signs, for as long as others may keep an
 * older key set, and stays until the last token it has signed has run out.
 *
 * @param lifetime after this time another key signs
 * @param notice how long a key is published before it signs
 * @param kept how long a key is published after it has signed for the last time
 */
record KeySchedule(Duration lifetime, Duration notice, Duration kept) {

  KeySchedule {
    if (lifetime.compareTo(notice.plus(kept)) <= 0) {
      throw new IllegalArgumentException(
          "parley.admin.token.key-lifetime must be longer than the life of a token and that of the"
              + " key set together");
    }
  }

  /** When the next key is to sign, if it is time to make it; given when the present ones do. */
  Optional<Instant> nextSignsFrom(List<Instant> signsFrom, Instant now) {
    Optional<Instant> newest = signsFrom.stream().max(Instant::compareTo);
    if (newest.isEmpty()) {
      return Optional.of(now);
    }
    boolean due = !now.isBefore(newest.get().plus(lifetime).minus(notice));
    return due ? Optional.of(now.plus(notice)) : Optional.empty();
  }

  /** Which one signs now: the newest whose time has come. */
  Instant signing(List<Instant> signsFrom, Instant now) {
    return signsFrom.stream()
        .filter(from -> !from.isAfter(now))
        .max(Instant::compareTo)
        .or(() -> signsFrom.stream().min(Instant::compareTo))
        .orElseThrow();
  }

  /**
   * Whether a key is of no use any more: another one has signed for so long that no token of the
   * former is valid.
   */
  boolean isOver(Instant signsFrom, List<Instant> all, Instant now) {
    return all.stream().anyMatch(next -> next.isAfter(signsFrom) && now.isAfter(next.plus(kept)));
  }
}
