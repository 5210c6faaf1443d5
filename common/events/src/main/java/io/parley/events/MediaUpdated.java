package io.parley.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attachment that a customer sent. The message itself is never held up by it.
 * Published by outbound, which fetches attachments with the account's credentials.
 *
 * @param mediaId see {@link MessageReceived#mediaId(int)}; also the id in the file store
 * @param accountId the provider account
 * @param channelAddressId our address
 * @param customer the customer's address, {@code from.value} of the message
 * @param providerMessageId the message it belongs to
 * @param index its place among the message's media, from 0
 * @param version rises with every change of this attachment, from 1
 * @param state where it stands
 * @param contentType what its content is, once it is stored
 * @param fileName its name, once it is stored
 * @param size bytes, once it is stored
 * @param reason why it is not there, for agents
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried again, while it waits for that
 * @param changedAt when this came about
 */
public record MediaUpdated(
    UUID mediaId,
    UUID accountId,
    UUID channelAddressId,
    String customer,
    String providerMessageId,
    int index,
    long version,
    State state,
    @Nullable String contentType,
    @Nullable String fileName,
    @Nullable Long size,
    @Nullable String reason,
    int attempts,
    @Nullable Instant nextAttemptAt,
    Instant changedAt)
    implements EventData {

  /** Where an attachment stands. */
  public enum State {
    /** It is being fetched, or waits for another attempt. */
    PENDING,
    /** It is in the file store. */
    STORED,
    /** It could not be fetched; it can be asked for again. */
    UNAVAILABLE,
    /** It is of a kind or size that is not taken. */
    REFUSED
  }
}
