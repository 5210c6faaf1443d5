package io.parley.channels.infobip;

import io.parley.channels.ConsentKeywords;
import io.parley.channels.Correspondents;
import io.parley.channels.CustomerNumbers;
import io.parley.channels.CustomerNumbers.Customer;
import io.parley.channels.OpenAccount;
import io.parley.channels.OwnAddresses;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.wire.JsonFields;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerProfile;
import io.parley.events.Media;
import io.parley.events.configuration.ChannelAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wrote: an SMS, or an MMS whose number forwards to the same URL
 * (providers/infobip.md §3).
 */
final class InboundMessage {

  private InboundMessage() {}

  /** Reads it; without id, sender, receiver and something written there is no message. */
  static Reception read(JsonFields fields, OpenAccount account, Instant receivedAt) {
    boolean isMms = !fields.node("text").isTextual() && fields.node("message").isArray();
    if (!isMms && !fields.node("text").isTextual()) {
      return notUnderstood("neither a message nor a report of Infobip's SMS");
    }
    String messageId = fields.takeId("messageId");
    if (messageId == null) {
      return notUnderstood("a message without messageId");
    }
    String to = fields.peek("to");
    Optional<ChannelAddress> ours = OwnAddresses.find(account, to);
    if (ours.isEmpty()) {
      return notUnderstood(OwnAddresses.unknown(to));
    }
    Optional<Customer> customer = CustomerNumbers.read(fields.peek("from"), null);
    if (customer.isEmpty()) {
      return notUnderstood("a message without a sender");
    }
    fields.drop("from", "to");
    MmsSegments mms = isMms ? MmsSegments.of(fields) : new MmsSegments("", List.of());
    String text = isMms ? mms.text() : fields.takeText("text");
    List<Media> media = mms.media();
    Instant sentAt = fields.takeTime("receivedAt");
    return Reception.Understood.message(
        new Correspondents(account, ours.get(), customer.get())
            .wrote(
                InfobipProvider.NAME,
                messageId,
                text,
                media,
                CustomerProfile.UNKNOWN,
                consent(fields.peek("keyword"), text, ours.get()),
                fields.rest(),
                sentAt,
                receivedAt),
        WebhookAnswer.OK);
  }

  /**
   * A keyword that is set up at the number counts wherever it stands in the text, because Infobip
   * acts on it; but only to stop, so that a word such as YES in a poll starts nothing.
   */
  private static @Nullable ConsentSignal consent(
      @Nullable String keyword, String text, ChannelAddress ours) {
    boolean stops =
        keyword != null && ConsentKeywords.of(keyword).equals(Optional.of(ConsentSignal.STOP));
    return stops ? ConsentSignal.STOP : ConsentKeywords.of(text, ours.type()).orElse(null);
  }

  private static Reception notUnderstood(String reason) {
    return new Reception.NotUnderstood(reason, WebhookAnswer.OK);
  }
}
