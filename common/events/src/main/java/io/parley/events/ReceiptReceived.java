package io.parley.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider reported about a message of ours. Reports come in any order, repeatedly, and also
 * before the answer to the call that sent the message.
 *
 * @param accountId the provider account
 * @param provider name of the provider
 * @param providerMessageId the provider's id of the message
 * @param messageId our id, when the provider gave it back in the callback URL
 * @param status what it says, in neutral words
 * @param providerStatus what it says, in its own words
 * @param errorCode the provider's error code
 * @param errorText the provider's or the channel's error text
 * @param part which part of a long message it is about; nothing when it is about the whole
 * @param attributes further fields as received
 * @param receivedAt when ingress took it in
 */
public record ReceiptReceived(
    UUID accountId,
    String provider,
    String providerMessageId,
    @Nullable UUID messageId,
    ReceiptStatus status,
    String providerStatus,
    @Nullable String errorCode,
    @Nullable String errorText,
    @Nullable MessagePart part,
    Map<String, String> attributes,
    Instant receivedAt)
    implements EventData {

  public ReceiptReceived {
    attributes = Map.copyOf(attributes);
  }
}
