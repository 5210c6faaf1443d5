package io.parley.simulator.twilio;

/** Whether an account may send. */
public enum AccountStatus {
  ACTIVE,
  SUSPENDED,
  CLOSED
}
