package io.parley.simulator.twilio;

/** Full and trial accounts, and test credentials with their magic numbers (twilio-sms.md §1). */
public enum AccountType {
  FULL("Full"),
  TRIAL("Trial"),
  TEST("Full");

  private final String shown;

  AccountType(String shown) {
    this.shown = shown;
  }

  /** As the account resource shows it. */
  String shown() {
    return shown;
  }
}
