package io.parley.channels.twilio;

import io.parley.channels.OpenAccount;
import io.parley.channels.OwnAddresses;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.events.Channel;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerProfile;
import io.parley.events.MessageReceived;
import io.parley.events.configuration.ChannelAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a customer wrote (providers/twilio-sms.md §3, providers/twilio-whatsapp.md §3). */
final class InboundMessage {

  /** Sends no reply to the customer: anything else here would. */
  static final WebhookAnswer ANSWER =
      new WebhookAnswer(
          200,
          "text/xml; charset=utf-8",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>");

  private static final String SANDBOX = "+14155238886";
  private static final Pattern SANDBOX_JOIN =
      Pattern.compile("join [a-z]+-[a-z]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern WHATSAPP_ID = Pattern.compile("[1-9][0-9]{6,14}");

  private InboundMessage() {}

  /** Reads it. Fields are lenient; without sender, receiver and id there is no message. */
  static Reception read(FormFields fields, OpenAccount account, Instant receivedAt) {
    String sid = MessageSid.take(fields);
    if (sid == null) {
      return notUnderstood("a message without MessageSid");
    }
    String to = fields.takeText("To").strip();
    String externalUserId = fields.take("ExternalUserId");
    String from = fields.take("From");
    if (from == null) {
      from = externalUserId == null ? "" : externalUserId;
    }
    Optional<Channel> channel = channel(from, to);
    if (channel.isEmpty() || channel.get() != account.channel()) {
      return notUnderstood("the message is not of this account's channel " + account.channel());
    }
    Optional<ChannelAddress> ours = account.address(TwilioAddresses.bare(to));
    if (ours.isEmpty()) {
      return notUnderstood("the account has no address " + OwnAddresses.printable(to));
    }
    Optional<CustomerAddress> customer = TwilioAddresses.customer(account.channel(), from);
    if (customer.isEmpty()) {
      return notUnderstood("a message without a sender");
    }
    String text = fields.takeText("Body");
    if (ours.get().address().equals(SANDBOX) && SANDBOX_JOIN.matcher(text.strip()).matches()) {
      return new Reception.Understood(List.of(), List.of(), ANSWER);
    }
    fields.drop("AccountSid");
    MessageReceived message =
        new MessageReceived(
            account.id(),
            ours.get().id(),
            account.channel(),
            TwilioProvider.NAME,
            sid,
            customer.get(),
            null,
            ours.get().address(),
            text,
            InboundParts.media(fields),
            InboundParts.location(fields),
            InboundParts.selection(fields),
            InboundParts.quoted(fields),
            InboundParts.referral(fields),
            profile(fields, customer.get(), externalUserId),
            consent(fields),
            fields.rest(),
            null,
            receivedAt);
    return new Reception.Understood(List.of(message), List.of(), ANSWER);
  }

  /** An address without a prefix may stand beside one with it: peers saw that on WhatsApp. */
  private static Optional<Channel> channel(String from, String to) {
    Optional<Channel> sender = TwilioAddresses.channelOf(from);
    Optional<Channel> receiver = TwilioAddresses.channelOf(to);
    boolean whatsApp =
        sender.equals(Optional.of(Channel.WHATSAPP))
            || receiver.equals(Optional.of(Channel.WHATSAPP));
    return sender.isPresent() && receiver.isPresent() && whatsApp
        ? Optional.of(Channel.WHATSAPP)
        : sender.flatMap(same -> receiver);
  }

  private static CustomerProfile profile(
      FormFields fields, CustomerAddress customer, @Nullable String externalUserId) {
    String whatsAppId = externalUserId == null ? fields.take("WaId") : fields.peek("WaId");
    boolean numberHidden = customer.kind() == CustomerAddress.Kind.BUSINESS_SCOPED_ID;
    boolean numberKnown =
        numberHidden && whatsAppId != null && WHATSAPP_ID.matcher(whatsAppId).matches();
    return new CustomerProfile(
        fields.take("ProfileName"),
        numberKnown ? "+" + whatsAppId : null,
        externalUserId == null ? whatsAppId : TwilioAddresses.bare(externalUserId),
        fields.take("FromCity"),
        fields.take("FromState"),
        fields.take("FromZip"),
        fields.take("FromCountry"));
  }

  private static @Nullable ConsentSignal consent(FormFields fields) {
    String type = fields.peek("OptOutType");
    if (type == null) {
      return null;
    }
    for (ConsentSignal signal : ConsentSignal.values()) {
      if (signal.name().equals(type.strip().toUpperCase(Locale.ROOT))) {
        fields.drop("OptOutType");
        return signal;
      }
    }
    return null;
  }

  private static Reception.NotUnderstood notUnderstood(String reason) {
    return new Reception.NotUnderstood(reason, ANSWER);
  }
}
