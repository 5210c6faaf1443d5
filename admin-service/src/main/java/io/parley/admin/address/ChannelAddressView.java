package io.parley.admin.address;

import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A channel address as callers see it.
 *
 * @param id stable id
 * @param name friendly name
 * @param accountId the account it belongs to
 * @param channel the channel of its account
 * @param address canonical form: E.164 with the plus sign, a short code, a sender name, an agent,
 *     or as the provider writes it
 * @param type what sort of sender it is
 * @param version its ETag
 * @param createdAt when it was created
 * @param changedAt when it was last changed
 */
@Schema(name = "ChannelAddress")
record ChannelAddressView(
    UUID id,
    String name,
    UUID accountId,
    Channel channel,
    String address,
    SenderType type,
    long version,
    Instant createdAt,
    Instant changedAt) {

  static ChannelAddressView of(ChannelAddressRow row) {
    return new ChannelAddressView(
        row.id(),
        row.name(),
        row.accountId(),
        row.channel(),
        row.address(),
        row.type(),
        row.version(),
        row.createdAt(),
        row.changedAt());
  }
}
