package io.parley.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer did something that is no message: typed, or changed consent in the app's own menu.
 * Published by ingress.
 *
 * @param accountId the provider account it came through
 * @param channelAddressId our address
 * @param channel the channel
 * @param provider name of the provider
 * @param signalId the provider's id of it, or one made of what it says
 * @param from the customer
 * @param signal what it was
 * @param receivedAt when ingress took it in
 */
public record CustomerSignalled(
    UUID accountId,
    UUID channelAddressId,
    Channel channel,
    String provider,
    String signalId,
    CustomerAddress from,
    Signal signal,
    Instant receivedAt)
    implements EventData {

  /** What a customer did. */
  public enum Signal {
    /** Began to type. */
    TYPING_STARTED,
    /** Stopped typing without sending. */
    TYPING_STOPPED,
    /** Wants no more messages. */
    OPTED_OUT,
    /** Wants messages again. */
    OPTED_IN
  }
}
