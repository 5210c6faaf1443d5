package io.parley.channels.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.CustomerNumbers;
import io.parley.channels.CustomerNumbers.Customer;
import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.MessageIds;
import io.parley.events.Channel;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerProfile;
import io.parley.events.CustomerSignalled;
import io.parley.events.CustomerSignalled.Signal;
import io.parley.events.Location;
import io.parley.events.Media;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import io.parley.events.Selection;
import io.parley.events.configuration.ChannelAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An event of RCS, decoded (providers/google-business-messages.md part II, Webhook). */
final class RcsEvent {

  /** The message was taken back because it could not be delivered in time. */
  static final String EXPIRED = "TTL_EXPIRATION_REVOKED";

  /** The message could not be delivered in time, and could not be taken back. */
  static final String EXPIRED_NOT_REVOKED = "TTL_EXPIRATION_REVOKE_FAILED";

  private static final Pattern TYPE = Pattern.compile("[A-Z_]{1,60}");

  private final JsonFields fields;
  private final OpenAccount account;
  private final Instant receivedAt;

  private RcsEvent(JsonNode event, OpenAccount account, Instant receivedAt) {
    this.fields = new JsonFields(event);
    this.account = account;
    this.receivedAt = receivedAt;
  }

  /** Reads it. */
  static Reception read(JsonNode event, OpenAccount account, Instant receivedAt) {
    return event.isObject()
        ? new RcsEvent(event, account, receivedAt).read()
        : GoogleReceiver.notUnderstood("message.data is not a JSON object");
  }

  private Reception read() {
    String type = fields.peek("eventType");
    if (type == null) {
      return message();
    }
    return switch (type) {
      case "DELIVERED" -> receipt(type, ReceiptStatus.DELIVERED, false);
      case "READ" -> receipt(type, ReceiptStatus.READ, false);
      case EXPIRED -> receipt(type, ReceiptStatus.UNDELIVERED, true);
      // It is still where it was: with the platform, on its way.
      case EXPIRED_NOT_REVOKED -> receipt(type, ReceiptStatus.SENT, true);
      case "IS_TYPING" -> signal(Signal.TYPING_STARTED);
      case "UNSUBSCRIBE" -> signal(Signal.OPTED_OUT);
      case "SUBSCRIBE" -> signal(Signal.OPTED_IN);
      default ->
          GoogleReceiver.notUnderstood(
              "an event of type "
                  + (TYPE.matcher(type).matches() ? type : "(not printable)")
                  + ", which is neither a customer's nor about a message");
    };
  }

  private Reception message() {
    Optional<ChannelAddress> ours = ours();
    Optional<Customer> customer = customer();
    Optional<String> id = Optional.ofNullable(fields.takeId("messageId"));
    if (ours.isEmpty()) {
      return noAddress();
    }
    if (customer.isEmpty()) {
      return GoogleReceiver.notUnderstood("an event without the customer's phone number");
    }
    if (id.isEmpty()) {
      return GoogleReceiver.notUnderstood("a message without messageId");
    }
    boolean written = fields.peek("text") != null || fields.node("text").isTextual();
    String text = fields.takeText("text");
    Selection selection = selection();
    Location location = RcsParts.location(fields);
    List<Media> media = RcsParts.media(fields);
    if (!written && selection == null && location == null && media.isEmpty()) {
      return GoogleReceiver.notUnderstood("a message of a kind that is not known");
    }
    ConsentSignal consent = RcsConsent.of(text, customer.get().address().value()).orElse(null);
    Instant sentAt = fields.takeTime("sendTime");
    fields.drop("senderPhoneNumber", "agentId");
    return Reception.Understood.message(
        new MessageReceived(
            account.id(),
            ours.get().id(),
            Channel.RCS,
            GoogleProvider.NAME,
            id.get(),
            customer.get().address(),
            customer.get().replyTo(),
            ours.get().address(),
            text.isBlank() ? said(selection) : text,
            media,
            location,
            selection,
            null,
            null,
            CustomerProfile.UNKNOWN,
            consent,
            fields.rest(),
            sentAt,
            receivedAt),
        WebhookAnswer.OK);
  }

  private @Nullable Selection selection() {
    String postback = fields.take("suggestionResponse.postbackData");
    String title = fields.take("suggestionResponse.text");
    return postback == null && title == null
        ? null
        : new Selection(Selection.Kind.BUTTON, postback, title, null);
  }

  private static String said(@Nullable Selection selection) {
    if (selection == null) {
      return "";
    }
    return Objects.requireNonNullElse(
        selection.title() == null ? selection.id() : selection.title(), "");
  }

  private Reception receipt(String type, ReceiptStatus status, boolean failure) {
    Optional<String> id = Optional.ofNullable(fields.takeId("messageId"));
    if (id.isEmpty()) {
      return GoogleReceiver.notUnderstood("an event of type " + type + " without messageId");
    }
    fields.drop("eventType");
    return Reception.Understood.receipt(
        new ReceiptReceived(
            account.id(),
            GoogleProvider.NAME,
            id.get(),
            MessageIds.ours(id.get()),
            status,
            type,
            failure ? type : null,
            null,
            null,
            fields.rest(),
            receivedAt),
        WebhookAnswer.OK);
  }

  private Reception signal(Signal signal) {
    Optional<ChannelAddress> ours = ours();
    Optional<Customer> customer = customer();
    if (ours.isEmpty()) {
      return noAddress();
    }
    if (customer.isEmpty()) {
      return GoogleReceiver.notUnderstood("an event without the customer's phone number");
    }
    CustomerAddress from = customer.get().address();
    String id =
        Optional.ofNullable(fields.takeId("eventId"))
            .orElseGet(
                () ->
                    EventIds.of(
                        signal.name(),
                        from.value(),
                        ours.get().address(),
                        fields.peek("sendTime")));
    return new Reception.Understood(
        List.of(),
        List.of(),
        List.of(
            new CustomerSignalled(
                account.id(),
                ours.get().id(),
                Channel.RCS,
                GoogleProvider.NAME,
                id,
                from,
                signal,
                receivedAt)),
        List.of(),
        WebhookAnswer.OK);
  }

  private Optional<ChannelAddress> ours() {
    return GoogleAddresses.ours(account, fields.peek("agentId"));
  }

  private Reception noAddress() {
    return GoogleReceiver.notUnderstood(
        "the account has no address " + GoogleAddresses.printable(fields.peek("agentId")));
  }

  private Optional<Customer> customer() {
    return CustomerNumbers.read(fields.peek("senderPhoneNumber"), null)
        .filter(customer -> customer.address().kind() == CustomerAddress.Kind.PHONE_NUMBER);
  }
}
