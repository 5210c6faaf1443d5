package io.parley.channels;

import io.parley.channels.CustomerNumbers.Customer;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerProfile;
import io.parley.events.Media;
import io.parley.events.MessageReceived;
import io.parley.events.configuration.ChannelAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote to whom.
 *
 * @param account whose provider says it
 * @param ours our address
 * @param customer who wrote
 */
public record Correspondents(OpenAccount account, ChannelAddress ours, Customer customer) {

  /**
   * What the customer wrote, where it has no parts but a text and attachments.
   *
   * @param provider its name
   * @param id the provider's id of the message
   * @param attributes fields that have no place of their own
   * @param sentAt the provider's time
   */
  public MessageReceived wrote(
      String provider,
      String id,
      String text,
      List<Media> media,
      CustomerProfile profile,
      @Nullable ConsentSignal consent,
      Map<String, String> attributes,
      @Nullable Instant sentAt,
      Instant receivedAt) {
    return new MessageReceived(
        account.id(),
        ours.id(),
        account.channel(),
        provider,
        id,
        customer.address(),
        customer.replyTo(),
        ours.address(),
        text,
        media,
        null,
        null,
        null,
        null,
        profile,
        consent,
        attributes,
        sentAt,
        receivedAt);
  }
}
