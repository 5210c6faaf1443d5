package io.parley.channels.vibes;

import io.parley.channels.ConsentKeywords;
import io.parley.channels.Correspondents;
import io.parley.channels.CustomerNumbers;
import io.parley.channels.CustomerNumbers.Customer;
import io.parley.channels.OpenAccount;
import io.parley.channels.OwnAddresses;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.events.CustomerProfile;
import io.parley.events.configuration.ChannelAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a customer wrote, or a part of it (providers/vibes.md §3). */
final class InboundMessage {

  private InboundMessage() {}

  /** Reads it. Without id, sender and one of our addresses there is no message. */
  static Reception read(
      VibesFields fields, OpenAccount account, WebhookAnswer answer, Instant receivedAt) {
    String id = fields.takeId("messageId");
    if (id == null) {
      return new Reception.NotUnderstood("a message without messageId", answer);
    }
    String destination = fields.take("destination.address");
    Optional<ChannelAddress> ours = OwnAddresses.find(account, destination, VibesAddresses.REGION);
    if (ours.isEmpty()) {
      return new Reception.NotUnderstood(OwnAddresses.unknown(destination), answer);
    }
    Optional<Customer> customer =
        CustomerNumbers.read(fields.take("source.address"), VibesAddresses.REGION);
    if (customer.isEmpty()) {
      return new Reception.NotUnderstood("a message without a source address", answer);
    }
    String text = fields.takeText("message");
    Instant sentAt = fields.takeTime("receiptDate");
    return Reception.Understood.message(
        new Correspondents(account, ours.get(), customer.get())
            .wrote(
                VibesProvider.NAME,
                id,
                text,
                List.of(),
                CustomerProfile.UNKNOWN,
                ConsentKeywords.of(
                        text, ours.get().type(), new VibesSettings(account.settings()).stopWords())
                    .orElse(null),
                fields.rest(),
                sentAt,
                receivedAt),
        answer);
  }
}
