package io.parley.simulator.twilio;

import io.parley.simulator.http.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pool of senders.
 *
 * @param senders numbers of the account, WhatsApp senders with the prefix {@code whatsapp:}
 * @param inboundRequestUrl where inbound messages of all senders go; when it is absent and {@code
 *     useInboundWebhookOnNumber} is off, no webhook is sent at all (twilio-sms.md §2)
 * @param statusCallback used when the message names none
 * @param advancedOptOut adds {@code OptOutType} to inbound messages, and opt-out to WhatsApp
 */
public record MessagingServiceSettings(
    String sid,
    List<String> senders,
    @Nullable String inboundRequestUrl,
    boolean useInboundWebhookOnNumber,
    @Nullable String statusCallback,
    boolean advancedOptOut) {

  public MessagingServiceSettings {
    Fields.matching(sid, "MG[0-9a-fA-F]{32}", "sid");
    senders = Fields.listOrEmpty(senders);
    Fields.httpUrl(inboundRequestUrl, "inboundRequestUrl");
    Fields.httpUrl(statusCallback, "statusCallback");
  }

  boolean holds(Address sender) {
    return senders.contains(sender.text());
  }
}
