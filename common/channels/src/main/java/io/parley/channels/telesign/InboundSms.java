package io.parley.channels.telesign;

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
import io.parley.events.MessageReceived;
import io.parley.events.configuration.ChannelAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a customer wrote (providers/telesign.md §4 and §7). */
final class InboundSms {

  /** TeleSign's French words; the others are among {@link ConsentKeywords}. */
  private static final Set<String> FURTHER_STOP_WORDS = Set.of("ARRET", "ARRÊT");

  private InboundSms() {}

  /** Reads it; without id, sender and receiver there is no message. */
  static Reception read(JsonFields fields, OpenAccount account, Instant receivedAt) {
    String referenceId = fields.takeId("reference_id");
    if (referenceId == null) {
      return notUnderstood("a message without reference_id");
    }
    String to = fields.peek("user_response.sender_id");
    Optional<ChannelAddress> ours = OwnAddresses.find(account, to);
    if (ours.isEmpty()) {
      return notUnderstood(OwnAddresses.unknown(to));
    }
    Optional<Customer> customer =
        CustomerNumbers.read(fields.peek("user_response.phone_number"), null);
    if (customer.isEmpty()) {
      return notUnderstood("a message without user_response.phone_number");
    }
    fields.drop(
        "user_response.sender_id", "user_response.phone_number", "status.code", "sub_resource");
    String text = fields.takeText("user_response.mo_message");
    Instant sentAt = fields.takeTime("submit_timestamp");
    MessageReceived message =
        new Correspondents(account, ours.get(), customer.get())
            .wrote(
                TelesignProvider.NAME,
                referenceId,
                text,
                List.of(),
                profile(fields),
                consent(fields, text, ours.get()),
                fields.rest(),
                sentAt,
                receivedAt);
    return Reception.Understood.message(message, WebhookAnswer.OK);
  }

  private static CustomerProfile profile(JsonFields fields) {
    return new CustomerProfile(
        null, null, null, null, null, null, fields.take("user_response.iso_country_code"));
  }

  /** TeleSign's own word for it, where that feature is on; else what the customer wrote. */
  private static @Nullable ConsentSignal consent(
      JsonFields fields, String text, ChannelAddress ours) {
    String action = fields.peek("user_response.action");
    ConsentSignal named =
        switch (action == null ? "" : action.strip().toLowerCase(Locale.ROOT)) {
          case "stop" -> ConsentSignal.STOP;
          case "start" -> ConsentSignal.START;
          case "help" -> ConsentSignal.HELP;
          default -> null;
        };
    return named == null
        ? ConsentKeywords.of(text, ours.type(), FURTHER_STOP_WORDS).orElse(null)
        : named;
  }

  private static Reception notUnderstood(String reason) {
    return new Reception.NotUnderstood(reason, WebhookAnswer.OK);
  }
}
