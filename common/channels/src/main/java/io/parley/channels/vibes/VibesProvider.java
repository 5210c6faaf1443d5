package io.parley.channels.vibes;

import io.parley.channels.AccountCheck;
import io.parley.channels.AccountForm;
import io.parley.channels.CallbackUrl;
import io.parley.channels.CallbackUse;
import io.parley.channels.CallbackUse.Purpose;
import io.parley.channels.Capabilities;
import io.parley.channels.Capabilities.Feature;
import io.parley.channels.Capabilities.TextUnit;
import io.parley.channels.ChannelProvider;
import io.parley.channels.MessageSender;
import io.parley.channels.WebhookReceiver;
import io.parley.events.Channel;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Vibes, for SMS. Stateless and safe for any number of threads. */
public final class VibesProvider implements ChannelProvider {

  /** Its name in URLs and configuration. */
  public static final String NAME = "vibes";

  private static final Capabilities SMS =
      new Capabilities(
          EnumSet.of(Feature.DELIVERY_RECEIPTS),
          VibesRules.MAX_TEXT,
          TextUnit.CHARACTERS,
          Set.of(),
          0,
          "Vibes promises nothing against repetition: a message whose call got no clear answer is not"
              + " sent again unless the account says at least once, and only a later receipt can"
              + " settle it.");

  private final AccountCheck accountCheck = new VibesAccountCheck();
  private final WebhookReceiver receiver = new VibesReceiver();
  private final MessageSender sender = new VibesSender();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return "Vibes";
  }

  @Override
  public String notice() {
    return "Vibes serves the United States and Canada; your account manager issues the login and"
        + " registers our URL. The sender has to keep consent: agree the keywords with Vibes, and ask"
        + " whether it handles STOP itself, because then we never see it. Vibes signs nothing. If the"
        + " account demands client certificates, a proxy has to present them.";
  }

  @Override
  public Set<Channel> channels() {
    return VibesForm.FORM.senderTypes().keySet();
  }

  @Override
  public Capabilities capabilities(Channel channel) {
    if (channel != Channel.SMS) {
      throw new IllegalArgumentException("Vibes does not serve " + channel + " here");
    }
    return SMS;
  }

  @Override
  public AccountForm accountForm() {
    return VibesForm.FORM;
  }

  @Override
  public List<CallbackUse> callbacks(Map<String, String> settings) {
    return List.of(
        new CallbackUse(
            Purpose.INBOUND,
            "POST",
            "",
            "Send it to your account manager at Vibes, who registers it for the code as the URL for"
                + " inbound (MO) messages; with the inbound user and password, if you set them."),
        new CallbackUse(
            Purpose.STATUS,
            "POST",
            CallbackUrl.SUB_PATH,
            "Nowhere: Parley sends it with each message as the callbackUrl of its receiptOption."));
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
}
