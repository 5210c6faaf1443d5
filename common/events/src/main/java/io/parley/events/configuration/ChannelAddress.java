package io.parley.events.configuration;

import io.parley.events.Channel;
import java.util.UUID;

/**
 * An address of ours that customers write to.
 *
 * @param id stable id
 * @param accountId the account it belongs to
 * @param channel the channel
 * @param address canonical form: E.164 with the plus sign, or a short code
 * @param name friendly name
 * @param type what sort of sender it is
 */
public record ChannelAddress(
    UUID id, UUID accountId, Channel channel, String address, String name, SenderType type)
    implements ConfigurationObject {

  /** What sort of sender an address is (domain/channels-and-accounts.md §2). */
  public enum SenderType {
    LONG_CODE,
    SHORT_CODE,
    TOLL_FREE,
    WHATSAPP_NUMBER
  }

  @Override
  public Kind kind() {
    return Kind.CHANNEL_ADDRESS;
  }
}
