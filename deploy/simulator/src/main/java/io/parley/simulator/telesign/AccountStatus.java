package io.parley.simulator.telesign;

/** What TeleSign thinks of an account whose credentials are right (telesign.md §1.2, §6.2). */
public enum AccountStatus {
  ACTIVE,
  SUSPENDED,
  PRODUCT_DISABLED,
  /** The account is for another host. */
  WRONG_HOST,
  /** No more money: 402. */
  UNPAID
}
