package io.parley.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer wrote. Published by ingress after the provider's signature was checked.
 *
 * @param accountId the provider account it came through
 * @param channelAddressId our address it was sent to
 * @param channel the channel
 * @param provider name of the provider, such as {@code twilio}
 * @param providerMessageId the provider's id; unique within the account
 * @param from the customer
 * @param replyTo the customer as the provider writes it, where that differs from {@code from}; a
 *     reply goes there
 * @param to our address, canonical form
 * @param text what was written, without NUL characters; empty when there was none
 * @param media attachments, by reference
 * @param location a shared place
 * @param selection a tapped button or a chosen list item
 * @param quoted the message that was answered by quoting
 * @param referral where the customer came from
 * @param profile what is known about the customer
 * @param consent the provider's own opt-out signal
 * @param attributes further fields as received, by the provider's names; for rules and diagnosis
 * @param sentAt when the customer sent it, by the provider's clock
 * @param receivedAt when ingress took it in; providers such as Twilio send no time of their own
 */
public record MessageReceived(
    UUID accountId,
    UUID channelAddressId,
    Channel channel,
    String provider,
    String providerMessageId,
    CustomerAddress from,
    @Nullable String replyTo,
    String to,
    String text,
    List<Media> media,
    @Nullable Location location,
    @Nullable Selection selection,
    @Nullable QuotedMessage quoted,
    @Nullable Referral referral,
    CustomerProfile profile,
    @Nullable ConsentSignal consent,
    Map<String, String> attributes,
    @Nullable Instant sentAt,
    Instant receivedAt)
    implements EventData {

  public MessageReceived {
    media = List.copyOf(media);
    attributes = Map.copyOf(attributes);
  }

  /**
   * The id of one of the media, the same wherever and however often it is computed.
   *
   * @param index from 0
   */
  public UUID mediaId(int index) {
    return mediaId(accountId, providerMessageId, index);
  }

  /** As {@link #mediaId(int)}, for those who only have the message's identity. */
  public static UUID mediaId(UUID accountId, String providerMessageId, int index) {
    return UUID.nameUUIDFromBytes(
        (accountId + "/" + providerMessageId + "/" + index).getBytes(StandardCharsets.UTF_8));
  }
}
