package io.parley.channels.linkmobility;

import io.parley.channels.Correspondents;
import io.parley.channels.CustomerNumbers;
import io.parley.channels.CustomerNumbers.Customer;
import io.parley.channels.OpenAccount;
import io.parley.channels.OwnAddresses;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.wire.JsonFields;
import io.parley.events.CustomerProfile;
import io.parley.events.configuration.ChannelAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a customer wrote, by the Common API (providers/link-mobility.md §2). */
final class CommonMessage {

  private CommonMessage() {}

  /** Reads it. Without id, sender and one of our addresses there is no message. */
  static Reception read(
      JsonFields fields,
      OpenAccount account,
      LinkSettings settings,
      WebhookAnswer answer,
      Instant receivedAt) {
    String id = fields.takeId("messageId");
    if (id == null) {
      return new Reception.NotUnderstood("a message without messageId", answer);
    }
    String destination = fields.take("destination");
    Optional<ChannelAddress> ours = LinkAddresses.ours(account, destination);
    if (ours.isEmpty()) {
      return new Reception.NotUnderstood(OwnAddresses.unknown(destination), answer);
    }
    Optional<Customer> customer = CustomerNumbers.read(fields.take("source"), null);
    if (customer.isEmpty()) {
      return new Reception.NotUnderstood("a message without source", answer);
    }
    String written = fields.takeText("content.userData");
    Keyword keyword =
        new Keyword(
            fields.peek("route.keyword"),
            "STARTS_WITH".equals(fields.peek("route.keywordType")),
            "true".equals(fields.peek("route.shared")));
    Instant sentAt = fields.takeTime("timestamp");
    return Reception.Understood.message(
        new Correspondents(account, ours.get(), customer.get())
            .wrote(
                LinkProvider.NAME,
                id,
                settings.stripKeyword() ? keyword.stripped(written) : written,
                List.of(),
                CustomerProfile.UNKNOWN,
                keyword.consent(written, settings.stopWords()),
                fields.rest(),
                sentAt,
                receivedAt),
        answer);
  }
}
