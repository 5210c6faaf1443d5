package io.parley.simulator.twilio;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A send request that has passed every check.
 *
 * @param sender the number that will send, picked from the service if the request named none
 * @param senderNamed whether the request named the sender itself
 * @param lateError the error with which the channel will refuse it after all
 */
record Draft(
    Address to,
    Address sender,
    boolean senderNamed,
    @Nullable MessagingServiceSettings service,
    String body,
    int mediaCount,
    boolean fromTemplate,
    @Nullable String statusCallback,
    Optional<Integer> lateError) {

  /** {@code MM} with media and for WhatsApp templates, otherwise {@code SM}. */
  String sidPrefix() {
    boolean template = fromTemplate && to.channel() == Channel.WHATSAPP;
    return mediaCount > 0 || template ? "MM" : "SM";
  }

  MessageStatus firstStatus() {
    return service == null ? MessageStatus.QUEUED : MessageStatus.ACCEPTED;
  }
}
