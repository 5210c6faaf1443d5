package io.parley.events.configuration;

import io.parley.events.Channel;
import io.parley.events.Defaulted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * An address of ours that customers write to.
 *
 * @param id stable id
 * @param accountId the account it belongs to
 * @param channel the channel of its account, which may be left out
 * @param address as the provider shows it; kept in canonical form: E.164 with the plus sign, a
 *     short code, or what the sender type says
 * @param name friendly name, at most 100 characters
 * @param type what sort of sender it is
 */
public record ChannelAddress(
    UUID id,
    @NotNull UUID accountId,
    @Defaulted Channel channel,
    @NotBlank @Size(max = 250) String address,
    @NotBlank @Size(max = 100) String name,
    @NotNull SenderType type)
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
