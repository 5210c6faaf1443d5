package io.parley.admin.identity;

/** Why a session is over before its time. */
enum EndReason {
  SIGNED_OUT,
  SIGNED_OUT_EVERYWHERE,
  PASSWORD_CHANGED,
  /** The user was disabled or deleted, or has other roles or another password. */
  USER_CHANGED,
  /** A refresh token that was used before came again: somebody has a copy. */
  REFRESH_TOKEN_REUSED
}
