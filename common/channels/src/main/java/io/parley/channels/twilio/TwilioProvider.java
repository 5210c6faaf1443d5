package io.parley.channels.twilio;

import io.parley.channels.AccountCheck;
import io.parley.channels.AccountForm;
import io.parley.channels.AccountForm.Draft;
import io.parley.channels.AccountForm.Field;
import io.parley.channels.AccountForm.Finding;
import io.parley.channels.CallbackUrl;
import io.parley.channels.CallbackUse;
import io.parley.channels.Capabilities;
import io.parley.channels.Capabilities.Feature;
import io.parley.channels.Capabilities.TextUnit;
import io.parley.channels.ChannelProvider;
import io.parley.channels.MediaAccess;
import io.parley.channels.MessageSender;
import io.parley.channels.WebhookReceiver;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  private static final String GUARANTEE =
      "Twilio has no key against repetition: after an unclear outcome its list of messages is"
          + " searched, and a message that cannot be told from another is never sent again.";
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
          Map.of(
              Channel.SMS,
              EnumSet.of(SenderType.LONG_CODE, SenderType.SHORT_CODE, SenderType.TOLL_FREE),
              Channel.WHATSAPP,
              EnumSet.of(SenderType.WHATSAPP_NUMBER)),
          TwilioAddresses::entered,
          TwilioProvider::keyWithSecret);

  private static final Capabilities SMS =
      new Capabilities(
          EnumSet.of(
              Feature.MEDIA_IN,
              Feature.MEDIA_OUT,
              Feature.TEMPLATES,
              Feature.LOOK_UP,
              Feature.DELIVERY_RECEIPTS,
              Feature.OPT_OUT),
          SendRules.MAX_TEXT,
          TextUnit.CHARACTERS,
          Set.of("jpg", "jpeg", "gif", "png", "mp3", "oga", "ogg", "amr", "mp4", "pdf", "csv"),
          SendRules.MAX_MEDIA_SMS,
          GUARANTEE);

  private static final Capabilities WHATSAPP =
      new Capabilities(
          EnumSet.of(
              Feature.MEDIA_IN,
              Feature.MEDIA_OUT,
              Feature.TEMPLATES,
              Feature.LOOK_UP,
              Feature.DELIVERY_RECEIPTS,
              Feature.READ_RECEIPTS,
              Feature.OPT_OUT),
          SendRules.MAX_TEXT,
          TextUnit.CHARACTERS,
          Set.of("jpg", "jpeg", "png", "mp3", "oga", "ogg", "amr", "mp4", "pdf"),
          SendRules.MAX_MEDIA_WHATSAPP,
          GUARANTEE);

  private final AccountCheck accountCheck = new TwilioAccountCheck();
  private final MediaAccess media = new TwilioMedia();
  private final WebhookReceiver receiver = new TwilioReceiver();
  private final MessageSender sender = new TwilioSender();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return "Twilio";
  }

  @Override
  public Capabilities capabilities(Channel channel) {
    return switch (channel) {
      case SMS -> SMS;
      case WHATSAPP -> WHATSAPP;
      case GOOGLE_BUSINESS_MESSAGES, RCS, CUSTOM -> throw TwilioAddresses.notServed(channel);
    };
  }

  @Override
  public List<CallbackUse> callbacks(Map<String, String> settings) {
    return List.of(
        new CallbackUse(
            CallbackUse.Purpose.INBOUND,
            "POST",
            "",
            "In Twilio's console: for SMS under Phone Numbers, at each number, as 'A message comes"
                + " in'; for WhatsApp under Messaging, Senders, at each sender, as webhook URL for"
                + " incoming messages. Where the number is in a Messaging Service, at the service."),
        new CallbackUse(
            CallbackUse.Purpose.STATUS,
            "POST",
            CallbackUrl.SUB_PATH,
            "Nowhere: Parley sends it with each message. It may also be entered as the status"
                + " callback of a WhatsApp sender or of a Messaging Service."));
  }

  @Override
  public AccountCheck accountCheck() {
    return accountCheck;
  }

  @Override
  public MediaAccess media() {
    return media;
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

  private static List<Finding> keyWithSecret(Draft draft) {
    if (draft.has(API_KEY_SID) == draft.has(API_KEY_SECRET)) {
      return List.of();
    }
    String missing = draft.has(API_KEY_SID) ? API_KEY_SECRET : API_KEY_SID;
    return List.of(new Finding(missing, "is needed together with the other half of the API key"));
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
