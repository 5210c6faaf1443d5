package io.parley.simulator.infobip;

import org.jspecify.annotations.Nullable;

/**
 * One recipient's part of a send request whose form is right.
 *
 * @param sender null for the account's usual one
 * @param messageId null if the client gave none
 */
record Draft(
    @Nullable String sender,
    String to,
    @Nullable String messageId,
    String text,
    Reporting reporting,
    Echo echo) {

  /**
   * How reports are wanted.
   *
   * @param url null for the account's subscription
   */
  record Reporting(boolean wanted, @Nullable String url, boolean intermediate) {}

  /** What comes back in reports. */
  record Echo(
      @Nullable String callbackData,
      @Nullable String campaignReferenceId,
      @Nullable String entityId,
      @Nullable String applicationId) {}
}
