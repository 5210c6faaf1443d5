package io.parley.channels.twilio;

import io.parley.channels.AccountForm;
import io.parley.channels.AccountForm.Field;
import io.parley.channels.ChannelProvider;
import io.parley.channels.MessageSender;
import io.parley.channels.WebhookReceiver;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Twilio, for SMS, MMS and WhatsApp. Stateless and safe for any number of threads. */
public final class TwilioProvider implements ChannelProvider {

  /** Its name in URLs and configuration. */
  public static final String NAME = "twilio";

  static final String ACCOUNT_SID = "accountSid";
  static final String API_KEY_SID = "apiKeySid";
  static final String MESSAGING_SERVICE_SID = "messagingServiceSid";
  static final String AUTH_TOKEN = "authToken";
  static final String SECONDARY_AUTH_TOKEN = "secondaryAuthToken";
  static final String API_KEY_SECRET = "apiKeySecret";

  private static final String SECRET = "\\S{1,200}";

  private static final AccountForm FORM =
      new AccountForm(
          List.of(
              setting(
                  ACCOUNT_SID,
                  "Account SID",
                  "The id of the Twilio account or sub-account that owns the numbers. It stands on"
                      + " the first page of Twilio's console, under Account Info.",
                  true,
                  "AC"),
              secret(
                  AUTH_TOKEN,
                  "Auth Token",
                  "The account's primary token, from the first page of Twilio's console. It is"
                      + " needed even with an API key: only the token verifies what Twilio sends"
                      + " us.",
                  true),
              secret(
                  SECONDARY_AUTH_TOKEN,
                  "Secondary Auth Token",
                  "Only while the token is being changed: webhooks signed with either token are"
                      + " accepted. Twilio's console creates it under API keys & tokens.",
                  false),
              setting(
                  API_KEY_SID,
                  "API key SID",
                  "Optional: an API key for sending in place of the Auth Token. Fill in the API"
                      + " key secret, too.",
                  false,
                  "SK"),
              secret(
                  API_KEY_SECRET,
                  "API key secret",
                  "The secret that Twilio showed once when the API key was created.",
                  false),
              setting(
                  MESSAGING_SERVICE_SID,
                  "Messaging Service SID",
                  "Optional: the Messaging Service that the numbers are in. It adds its own"
                      + " features to what is sent, such as Advanced Opt-Out.",
                  false,
                  "MG")),
          Arrays.stream(Channel.values())
              .collect(
                  Collectors.toUnmodifiableMap(Function.identity(), TwilioProvider::senderTypes)),
          AddressEntry::read);

  private final WebhookReceiver receiver = new TwilioReceiver();
  private final MessageSender sender = new TwilioSender();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Channel> channels() {
    return FORM.senderTypes().keySet();
  }

  @Override
  public AccountForm accountForm() {
    return FORM;
  }

  @Override
  public WebhookReceiver receiver() {
    return receiver;
  }

  @Override
  public MessageSender sender() {
    return sender;
  }

  /** The kinds of address on a channel. */
  static Set<SenderType> senderTypes(Channel channel) {
    return switch (channel) {
      case SMS -> EnumSet.of(SenderType.LONG_CODE, SenderType.SHORT_CODE, SenderType.TOLL_FREE);
      case WHATSAPP -> EnumSet.of(SenderType.WHATSAPP_NUMBER);
    };
  }

  private static Field setting(
      String name, String label, String help, boolean required, String prefix) {
    return new Field(
        name,
        label,
        help,
        required,
        false,
        prefix + "[0-9a-fA-F]{32}",
        prefix + " and 32 hexadecimal digits");
  }

  private static Field secret(String name, String label, String help, boolean required) {
    return new Field(name, label, help, required, true, SECRET, "a text without blanks");
  }
}
