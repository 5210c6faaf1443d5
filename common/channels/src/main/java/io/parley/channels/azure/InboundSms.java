package io.parley.channels.azure;

import io.parley.channels.ConsentKeywords;
import io.parley.channels.Correspondents;
import io.parley.channels.CustomerNumbers;
import io.parley.channels.CustomerNumbers.Customer;
import io.parley.channels.OpenAccount;
import io.parley.channels.OwnAddresses;
import io.parley.events.CustomerProfile;
import io.parley.events.MessageReceived;
import io.parley.events.configuration.ChannelAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a customer wrote (providers/azure-communication-services.md §4.2 and §6). */
final class InboundSms {

  /** Words on which Azure itself stops sending, beyond those that are the same everywhere. */
  private static final Set<String> FURTHER_STOP_WORDS = Set.of("ARRET", "OPT OUT");

  private InboundSms() {}

  /**
   * Reads it.
   *
   * @throws UnreadableEventException without id, sender, or an address of ours
   */
  static MessageReceived read(EventElement event, OpenAccount account, Instant receivedAt)
      throws UnreadableEventException {
    EventFields data = new EventFields(event.data());
    String id = id(data, event.envelope());
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
    String text = data.takeText("message");
    Instant receivedTimestamp = data.takeTime("receivedTimestamp");
    Instant sentAt = receivedTimestamp == null ? event.time() : receivedTimestamp;
    return new Correspondents(account, ours, customer)
        .wrote(
            AzureProvider.NAME,
            id,
            text,
            List.of(),
            CustomerProfile.UNKNOWN,
            ConsentKeywords.of(text, ours.type(), FURTHER_STOP_WORDS).orElse(null),
            event.rest(data),
            sentAt,
            receivedAt);
  }

  /** The message's own, else the event's; where both say the same, the event's says nothing new. */
  private static @Nullable String id(EventFields data, EventFields envelope) {
    String own = data.takeId("messageId");
    if (own == null || own.equals(envelope.peek("id"))) {
      String events = envelope.takeId("id");
      return own == null ? events : own;
    }
    return own;
  }
}
