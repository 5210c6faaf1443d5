package io.parley.events.configuration;

import io.parley.events.Channel;
import java.util.UUID;

/**
 * An address of ours that customers write to.
 *
 * @param id stable id
 * @param accountId the account it belongs to
 * @param channel the channel
 * @param address canonical form: E.164 with the plus sign, a short code, or what the sender type
 *     says
 * @param name friendly name
 * @param type what sort of sender it is
 */
public record ChannelAddress(
    UUID id, UUID accountId, Channel channel, String address, String name, SenderType type)
    implements ConfigurationObject {

  /** What sort of sender an address is (domain/channels-and-accounts.md §2). */
  public enum SenderType {
    /** A geographic or mobile number. */
    LONG_CODE,
    /** A short number, valid within one country. */
    SHORT_CODE,
    /** A number that is free for those who write to it. */
    TOLL_FREE,
    /** A name. Nobody can answer it, so it is of no use for conversations. */
    ALPHANUMERIC,
    /** A number that is registered with WhatsApp. */
    WHATSAPP_NUMBER,
    /** An agent of a business at Google: brand and agent, or an RCS agent. */
    BUSINESS_AGENT,
    /** An address of a custom channel, in that channel's own form. */
    CUSTOM
  }

  @Override
  public Kind kind() {
    return Kind.CHANNEL_ADDRESS;
  }
}
