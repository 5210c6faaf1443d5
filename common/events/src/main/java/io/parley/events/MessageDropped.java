package io.parley.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider handed over was acknowledged and dropped, because an administrator has deleted
 * what it belongs to (domain/channels-and-accounts.md §10). Nothing of what was said is in it.
 *
 * @param accountId the account it came to
 * @param channelAddressId the address it came to; absent when the call was not read
 * @param address that address as the provider writes it; absent when the call was not read
 * @param reason why
 * @param count how many messages or calls, at least 1
 * @param at when the first of them came
 */
public record MessageDropped(
    UUID accountId,
    @Nullable UUID channelAddressId,
    @Nullable String address,
    DropReason reason,
    long count,
    Instant at)
    implements EventData {

  public MessageDropped {
    if (count < 1) {
      throw new IllegalArgumentException("a drop is of something");
    }
  }
}
