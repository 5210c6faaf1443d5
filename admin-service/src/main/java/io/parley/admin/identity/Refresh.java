package io.parley.admin.identity;

import io.parley.admin.access.SignInUser;
import java.time.Instant;
import java.util.UUID;

/** What came of a refresh token. */
sealed interface Refresh {

  /**
   * The session goes on.
   *
   * @param user whose it is
   * @param turn what comes next
   */
  record GoesOn(SignInUser user, Turn turn) implements Refresh {}

  /**
   * The token was used before; its session is over now.
   *
   * @param userId whose it was
   * @param session which one
   */
  record Reused(UUID userId, UUID session) implements Refresh {}

  /** There is no such token, or its session is over. */
  record Refused() implements Refresh {}

  /**
   * A session after sign-in or refresh.
   *
   * @param session its id
   * @param token the next refresh token
   * @param until when that is of no use any more
   * @param endsAt when the session is over
   */
  record Turn(UUID session, RefreshToken token, Instant until, Instant endsAt) {}
}
