package io.parley.channels.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parley.channels.CallContext;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.wire.BasicCredentials;
import io.parley.channels.wire.FormWriter;
import io.parley.events.EventJson;
import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The calls to Twilio's Messages resource (providers/twilio-sms.md §6 and §7). */
final class TwilioCalls {

  /** Where Twilio is. */
  static final String API = "https://api.twilio.com";

  /** How far our clock and Twilio's may be apart. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  /** Twilio's largest page, so that one page answers the question. */
  private static final String PAGE_SIZE = "1000";

  private TwilioCalls() {}

  /** Sends a message. */
  static ProviderRequest send(OutgoingMessage message, CallContext context, URI statusCallback) {
    OpenAccount account = context.account();
    FormWriter form = new FormWriter();
    form.add("To", to(message));
    form.add("From", from(message));
    messagingService(account).ifPresent(sid -> form.add("MessagingServiceSid", sid));
    MessageContent content = message.content();
    MessageTemplate template = content.template();
    if (template == null) {
      if (!content.text().isBlank()) {
        form.add("Body", content.text());
      }
      content.mediaUrls().forEach(url -> form.add("MediaUrl", url.toString()));
    } else {
      form.add("ContentSid", template.reference());
      if (!template.variables().isEmpty()) {
        form.add("ContentVariables", json(new TreeMap<>(template.variables())));
      }
    }
    form.add("StatusCallback", statusCallback.toString());
    return new ProviderRequest(
        "POST",
        messages(context, ""),
        Map.of(
            "Authorization", List.of(basic(account)),
            "Content-Type", List.of("application/x-www-form-urlencoded; charset=UTF-8"),
            "Accept", List.of("application/json")),
        form.bytes());
  }

  /**
   * Lists the messages to this customer. Twilio's only filter by time is the day of sending, and a
   * message that is still queued has none: it would be missing, look as if it had never arrived,
   * and be sent twice. So the answer is narrowed by the time of creation instead ({@link
   * MessageSearch}).
   */
  static ProviderRequest list(OutgoingMessage message, CallContext context) {
    OpenAccount account = context.account();
    FormWriter query = new FormWriter();
    query.add("To", to(message));
    // A Messaging Service shows no sender at first; filtering by it would miss the message.
    if (messagingService(account).isEmpty()) {
      query.add("From", from(message));
    }
    query.add("PageSize", PAGE_SIZE);
    return new ProviderRequest(
        "GET",
        messages(context, "?" + query.query()),
        Map.of("Authorization", List.of(basic(account)), "Accept", List.of("application/json")),
        new byte[0]);
  }

  /** The customer as Twilio writes it. */
  static String to(OutgoingMessage message) {
    return TwilioAddresses.onWire(message.from().channel(), message.to().value());
  }

  /** Our address as Twilio writes it. */
  static String from(OutgoingMessage message) {
    return TwilioAddresses.onWire(message.from().channel(), message.from().address());
  }

  private static URI messages(CallContext context, String query) {
    return context.at(
        API
            + "/2010-04-01/Accounts/"
            + context.account().setting(TwilioProvider.ACCOUNT_SID)
            + "/Messages.json"
            + query);
  }

  static String basic(OpenAccount account) {
    Optional<String> keySid = account.optionalSetting(TwilioProvider.API_KEY_SID);
    Optional<String> keySecret = account.optionalSecret(TwilioProvider.API_KEY_SECRET);
    BasicCredentials credentials =
        keySid.isPresent() && keySecret.isPresent()
            ? new BasicCredentials(keySid.get(), keySecret.get())
            : new BasicCredentials(
                account.setting(TwilioProvider.ACCOUNT_SID),
                account.secret(TwilioProvider.AUTH_TOKEN));
    return credentials.header();
  }

  private static Optional<String> messagingService(OpenAccount account) {
    return account.optionalSetting(TwilioProvider.MESSAGING_SERVICE_SID);
  }

  private static String json(Map<String, String> variables) {
    try {
      return EventJson.mapper().writeValueAsString(variables);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is always JSON", e);
    }
  }
}
