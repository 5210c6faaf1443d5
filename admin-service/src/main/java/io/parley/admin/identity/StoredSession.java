package io.parley.admin.identity;

import io.parley.admin.access.SignInUser;
import io.parley.admin.password.PasswordHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A session as it is stored.
 *
 * @param id stable id, in every token of the session
 * @param userId whose it is
 * @param stamp what it rests on
 * @param usedAt when it began or was last refreshed
 * @param expiresAt when it is over, however often it is refreshed
 * @param ended whether it was ended before
 */
record StoredSession(
    UUID id, UUID userId, Stamp stamp, Instant usedAt, Instant expiresAt, boolean ended) {

  /**
   * What a session rests on; when it changes, the user signs in again.
   *
   * @param password digest of the password's hash
   * @param roles in their order, separated by commas
   */
  record Stamp(String password, String roles) {

    static Stamp of(SignInUser user) {
      return new Stamp(
          user.passwordHash().map(PasswordHash::stamp).orElse(""),
          user.roles().stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
    }
  }

  /** What becomes of a session for which a refresh token comes. */
  enum Verdict {
    GOES_ON,
    OVER,
    USER_CHANGED,
    REUSED
  }

  /**
   * Decides.
   *
   * @param tokenUsed whether this token was used before
   * @param user as of now, if there still is one
   * @param idle how long a session may go without being refreshed
   */
  Verdict verdict(boolean tokenUsed, Optional<SignInUser> user, Instant now, Duration idle) {
    if (ended) {
      return Verdict.OVER;
    }
    if (tokenUsed) {
      return Verdict.REUSED;
    }
    if (!now.isBefore(refreshableUntil(usedAt, expiresAt, idle))) {
      return Verdict.OVER;
    }
    return restsOn(user) ? Verdict.GOES_ON : Verdict.USER_CHANGED;
  }

  /** Whether what it rests on is as it was. */
  boolean restsOn(Optional<SignInUser> user) {
    return user.filter(SignInUser::enabled).map(Stamp::of).filter(stamp::equals).isPresent();
  }

  static Instant refreshableUntil(Instant usedAt, Instant expiresAt, Duration idle) {
    Instant idleOver = usedAt.plus(idle);
    return idleOver.isBefore(expiresAt) ? idleOver : expiresAt;
  }
}
