package io.parley.channels.linkmobility;

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
import io.parley.channels.TokenIssuer;
import io.parley.channels.WebhookReceiver;
import io.parley.events.Channel;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** LINK Mobility, for SMS. Stateless and safe for any number of threads. */
public final class LinkProvider implements ChannelProvider {

  /** Its name in URLs and configuration. */
  public static final String NAME = "link-mobility";

  private static final Capabilities SMS =
      new Capabilities(
          EnumSet.of(Feature.DELIVERY_RECEIPTS),
          LinkRules.MAX_TEXT,
          TextUnit.CHARACTERS,
          Set.of(),
          0,
          "LINK has no key against repetition and cannot be asked: a message whose call got no clear"
              + " answer is not sent again, and only a later delivery report can settle it.");

  private final AccountCheck accountCheck = new LinkAccountCheck();
  private final TokenIssuer tokens = new LinkTokens();
  private final WebhookReceiver receiver = new LinkReceiver();
  private final MessageSender sender = new LinkSender();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return "LINK Mobility";
  }

  @Override
  public String notice() {
    return "LINK's support hands out the credentials and has to enter our two URLs: have their"
        + " address at hand. LINK signs nothing, so choose a user and a password for its calls to"
        + " us. LINK enforces no opt-out: Parley recognises the stop words.";
  }

  @Override
  public Set<Channel> channels() {
    return LinkForm.FORM.senderTypes().keySet();
  }

  @Override
  public Capabilities capabilities(Channel channel) {
    if (channel != Channel.SMS) {
      throw new IllegalArgumentException("LINK Mobility does not serve " + channel + " here");
    }
    return SMS;
  }

  @Override
  public AccountForm accountForm() {
    return LinkForm.FORM;
  }

  @Override
  public List<CallbackUse> callbacks(Map<String, String> settings) {
    LinkSettings account = new LinkSettings(settings);
    return switch (account.variant()) {
      case COMMON ->
          List.of(
              new CallbackUse(
                  Purpose.INBOUND,
                  "POST",
                  "",
                  "Send it to LINK's support as the destination of the gate for incoming messages of"
                      + " our number or keyword: contentType application/json, with the callback"
                      + " user and password. With acknowledge on, it is the answer they may expect: "
                      + account.acknowledgement()),
              new CallbackUse(
                  Purpose.STATUS,
                  "POST",
                  CallbackUrl.SUB_PATH,
                  "Send it to LINK's support as the destination of a gate for delivery reports, with"
                      + " the same content type, user and password. Enter the gate's id, which they"
                      + " send back, as Gate id of this account."));
      case MYLINK ->
          List.of(
              new CallbackUse(
                  Purpose.INBOUND,
                  "POST",
                  "",
                  "In the MyLINK portal, or by LINK's support, as the webhook of our number or"
                      + " keyword. Where it stands in the portal could not be confirmed."),
              new CallbackUse(Purpose.STATUS, "POST", CallbackUrl.SUB_PATH, myLinkStatus(account)));
    };
  }

  private static String myLinkStatus(LinkSettings account) {
    return switch (account.callbackMode()) {
      case URL -> "Nowhere: Parley sends it with each message.";
      case PROFILE -> "In the MyLINK portal, in the profile, as the callback for status events.";
      case GATE -> "Send it to LINK's support as the destination of the gate of this account.";
      case NONE -> "Nowhere: this account asks for no status events.";
    };
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
  public Optional<TokenIssuer> tokens(Map<String, String> settings) {
    return new LinkSettings(settings).byToken() ? Optional.of(tokens) : Optional.empty();
  }
}
