package io.parley.platform.file;

/** Why a file is not taken, for good: the same file will not be taken later either. */
public enum RefusalReason {
  /** More bytes than are allowed. */
  TOO_LARGE,
  /** Its name or its content is of a kind that is blocked. */
  BLOCKED_TYPE,
  /** Its URL is not one that is fetched, or leads to an address inside. */
  FORBIDDEN_ADDRESS,
  /** The host wants other credentials. */
  ACCESS_DENIED,
  /** The host does not know it. */
  NOT_FOUND,
  /** The host had it and has it no longer. */
  GONE
}
