package io.parley.channels.telesign;

import io.parley.channels.AccountCheck;
import io.parley.channels.AccountForm;
import io.parley.channels.CallbackUrl;
import io.parley.channels.CallbackUse;
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

/** TeleSign, for SMS. Stateless and safe for any number of threads. */
public final class TelesignProvider implements ChannelProvider {

  /** Its name in URLs and configuration. */
  public static final String NAME = "telesign";

  private static final Capabilities SMS =
      new Capabilities(
          EnumSet.of(Feature.DELIVERY_RECEIPTS),
          TelesignSender.MAX_TEXT,
          TextUnit.CHARACTERS,
          Set.of(),
          0,
          "TeleSign has no key against repetition and no search: after an unclear outcome a message"
              + " is marked as unknown and never sent again by itself, until a delivery report"
              + " settles it.");

  private final AccountCheck accountCheck = new TelesignAccountCheck();
  private final WebhookReceiver receiver = new TelesignReceiver();
  private final MessageSender sender = new TelesignSender();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return "TeleSign";
  }

  @Override
  public String notice() {
    return "Customers' messages arrive only after TeleSign's support has switched inbound SMS on,"
        + " and only at a leased number or short code. TeleSign keeps no list of customers who"
        + " wrote STOP: Parley does, and sends them nothing.";
  }

  @Override
  public Set<Channel> channels() {
    return TelesignForm.FORM.senderTypes().keySet();
  }

  @Override
  public Capabilities capabilities(Channel channel) {
    return switch (channel) {
      case SMS -> SMS;
      case WHATSAPP, GOOGLE_BUSINESS_MESSAGES, RCS, CUSTOM ->
          throw new IllegalArgumentException("TeleSign does not serve " + channel);
    };
  }

  @Override
  public AccountForm accountForm() {
    return TelesignForm.FORM;
  }

  @Override
  public List<CallbackUse> callbacks(Map<String, String> settings) {
    return List.of(
        new CallbackUse(
            CallbackUse.Purpose.INBOUND_AND_STATUS,
            "POST",
            "",
            "Self-service: in TeleSign's portal under SMS, settings, as callback URL. Full service:"
                + " send it by e-mail to TeleSign's support together with your Customer ID, and ask"
                + " for inbound SMS and callback status to be switched on. TeleSign has one callback"
                + " URL for the whole account."),
        new CallbackUse(
            CallbackUse.Purpose.STATUS,
            "POST",
            CallbackUrl.SUB_PATH,
            "Nowhere: Parley sends it with each message as callback_url, if delivery reports are"
                + " on."));
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
