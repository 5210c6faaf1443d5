package io.parley.simulator.twilio;

/** Paths of the REST API. */
final class Paths {

  static final String VERSION = "2010-04-01";
  static final String ACCOUNTS = "/" + VERSION + "/Accounts/";

  private Paths() {}

  static String account(String accountSid) {
    return ACCOUNTS + accountSid;
  }

  static String messages(String accountSid) {
    return account(accountSid) + "/Messages";
  }

  /** Without the ending {@code .json}. */
  static String message(String accountSid, String sid) {
    return messages(accountSid) + "/" + sid;
  }
}
