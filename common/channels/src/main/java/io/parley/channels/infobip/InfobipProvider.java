package io.parley.channels.infobip;

import io.parley.channels.AccountCheck;
import io.parley.channels.AccountForm;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Infobip, for SMS. Stateless and safe for any number of threads. */
public final class InfobipProvider implements ChannelProvider {

  /** Its name in URLs and configuration. */
  public static final String NAME = "infobip";

  private static final Capabilities SMS =
      new Capabilities(
          EnumSet.of(
              Feature.MEDIA_IN,
              Feature.IDEMPOTENT_SENDING,
              Feature.LOOK_UP,
              Feature.DELIVERY_RECEIPTS),
          InfobipSender.MAX_BYTES,
          TextUnit.UTF8_BYTES,
          Set.of(),
          0,
          "Infobip refuses a message id that it has seen: after an unclear outcome the call is"
              + " repeated with the same id, within a time that can be set, because for how long"
              + " Infobip remembers ids could not be confirmed.");

  private final AccountCheck accountCheck = new InfobipAccountCheck();
  private final MediaAccess media = new InfobipMedia();
  private final WebhookReceiver receiver = new InfobipReceiver();
  private final MessageSender sender = new InfobipSender();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return "Infobip";
  }

  @Override
  public String notice() {
    return "Infobip does not sign its calls unless a subscription is set up to: the webhook URL is"
        + " the secret, so treat it as a password. Infobip stops customers who write STOP only where"
        + " a keyword with a block action is set up at the number; Parley stops them in any case.";
  }

  @Override
  public Set<Channel> channels() {
    return InfobipForm.FORM.senderTypes().keySet();
  }

  @Override
  public Capabilities capabilities(Channel channel) {
    return switch (channel) {
      case SMS -> SMS;
      case WHATSAPP, GOOGLE_BUSINESS_MESSAGES, RCS, CUSTOM ->
          throw new IllegalArgumentException("Parley does not use Infobip for " + channel);
    };
  }

  @Override
  public AccountForm accountForm() {
    return InfobipForm.FORM;
  }

  @Override
  public List<CallbackUse> callbacks(Map<String, String> settings) {
    List<CallbackUse> callbacks = new ArrayList<>();
    callbacks.add(
        new CallbackUse(
            CallbackUse.Purpose.INBOUND,
            "POST",
            "",
            "In Infobip's portal at each number as forwarding action for SMS, Forward to HTTP, in"
                + " the format MO_JSON_2 (for MMS, MO_MMS_2). Or, where the number follows a"
                + " subscription, as notifyUrl of an SMS subscription with the event"
                + " INBOUND_MESSAGE. Some accounts have to ask Infobip's support."));
    String reports = settings.getOrDefault(InfobipForm.DELIVERY_REPORTS, InfobipForm.PER_MESSAGE);
    if (reports.equals(InfobipForm.PER_MESSAGE)) {
      callbacks.add(
          new CallbackUse(
              CallbackUse.Purpose.STATUS,
              "POST",
              CallbackUrl.SUB_PATH,
              "Nowhere: Parley sends it with each message."));
    } else if (reports.equals(InfobipForm.SUBSCRIPTION)) {
      callbacks.add(
          new CallbackUse(
              CallbackUse.Purpose.STATUS,
              "POST",
              CallbackUrl.SUB_PATH,
              "As notifyUrl of an SMS subscription with the event DELIVERY, with the content type"
                  + " application/json. One subscription may have both events and either URL. The"
                  + " events BLOCK and UNBLOCK of the channel BLOCKLIST are understood there, too."));
    }
    return List.copyOf(callbacks);
  }

  @Override
  public AccountCheck accountCheck() {
    return accountCheck;
  }

  @Override
  public WebhookReceiver receiver() {
    return receiver;
  }

  @Override
  public MessageSender sender() {
    return sender;
  }

  @Override
  public MediaAccess media() {
    return media;
  }
}
