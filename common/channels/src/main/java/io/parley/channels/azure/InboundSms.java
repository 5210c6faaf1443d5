package io.parley.channels.azure;

import io.parley.channels.ConsentKeywords;
import io.parley.channels.CustomerNumbers;
import io.parley.channels.CustomerNumbers.Customer;
import io.parley.channels.OpenAccount;
import io.parley.channels.OwnAddresses;
import io.parley.channels.wire.ProviderTime;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerProfile;
import io.parley.events.MessageReceived;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a customer wrote (providers/azure-communication-services.md §4.2 and §6). */
final class InboundSms {

  /** Words on which Azure itself stops sending, beyond those that are the same everywhere. */
  private static final Map<String, ConsentSignal> WORDS_OF_AZURE =
      Map.of("ARRET", ConsentSignal.STOP, "OPT OUT", ConsentSignal.STOP);

  private InboundSms() {}

  /**
   * Reads it.
   *
   * @throws UnreadableEventException without id, sender, or an address of ours
   */
  static MessageReceived read(EventElement event, OpenAccount account, Instant receivedAt)
      throws UnreadableEventException {
    EventFields data = new EventFields(event.data());
    String id = MessageId.take(data).or(() -> MessageId.peek(event.envelope(), "id")).orElse(null);
    if (id == null) {
      throw new UnreadableEventException("a message without messageId");
    }
    String to = data.take("to");
    ChannelAddress ours =
        OwnAddresses.find(account, to)
            .orElseThrow(() -> new UnreadableEventException(OwnAddresses.unknown(to)));
    Customer customer =
        CustomerNumbers.read(data.take("from"), null)
            .orElseThrow(() -> new UnreadableEventException("a message without a sender"));
    String text = data.take("message");
    if (id.equals(event.envelope().peek("id"))) {
      event.envelope().drop("id");
    }
    Instant sentAt = ProviderTime.parse(data.peek("receivedTimestamp"));
    if (sentAt == null) {
      sentAt = ProviderTime.parse(event.time());
    } else {
      data.drop("receivedTimestamp");
    }
    return new MessageReceived(
        account.id(),
        ours.id(),
        account.channel(),
        AzureProvider.NAME,
        id,
        customer.address(),
        customer.replyTo(),
        ours.address(),
        text == null ? "" : text,
        List.of(),
        null,
        null,
        null,
        null,
        CustomerProfile.UNKNOWN,
        text == null ? null : consent(text, ours.type()),
        event.rest(data),
        sentAt,
        receivedAt);
  }

  private static @Nullable ConsentSignal consent(String text, SenderType to) {
    ConsentSignal azures = WORDS_OF_AZURE.get(text.strip().toUpperCase(Locale.ROOT));
    return azures == null ? ConsentKeywords.of(text, to).orElse(null) : azures;
  }
}
