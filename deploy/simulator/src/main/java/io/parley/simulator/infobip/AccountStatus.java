package io.parley.simulator.infobip;

/** What Infobip thinks of a key that is right (infobip.md §1). */
public enum AccountStatus {
  ACTIVE,
  /** The key has expired: 401. */
  EXPIRED,
  /** The caller's address is not on the key's list: 403. */
  ADDRESS_NOT_ALLOWED
}
