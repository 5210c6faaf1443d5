package io.parley.simulator.delivery;

/** How a webhook is signed, or carries whatever else proves its origin. */
public enum SignatureKind {
  VALID,
  /** With the account's second secret. */
  SECONDARY,
  WRONG,
  NONE
}
