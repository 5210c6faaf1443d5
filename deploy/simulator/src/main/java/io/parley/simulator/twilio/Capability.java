package io.parley.simulator.twilio;

/** What a number can do. */
public enum Capability {
  SMS,
  MMS
}
