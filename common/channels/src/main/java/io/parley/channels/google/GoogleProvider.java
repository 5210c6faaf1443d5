package io.parley.channels.google;

import io.parley.channels.AccountCheck;
import io.parley.channels.AccountForm;
import io.parley.channels.CallbackUse;
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

/**
 * Google, for RCS for Business and for Business Messages, which Google has switched off. Stateless
 * and safe for any number of threads.
 */
public final class GoogleProvider implements ChannelProvider {

  /** Its name in URLs and configuration. */
  public static final String NAME = "google";

  private static final Set<String> EXTENSIONS =
      Set.of("jpg", "jpeg", "png", "amr", "mp4", "pdf", "docx", "txt", "gif", "xlsx");

  private static final Capabilities BUSINESS_MESSAGES =
      capabilities(
          "Google refuses a second message with the same id, so an unclear call is repeated without"
              + " the message being sent twice.");
  private static final Capabilities RCS =
      capabilities(
          "Google ignores a second message with the same id, so an unclear call is repeated within a"
              + " day without the message being sent twice.");

  private final AccountCheck accountCheck = new GoogleAccountCheck();
  private final TokenIssuer tokens = new GoogleTokens();
  private final WebhookReceiver receiver = new GoogleReceiver();
  private final MessageSender sender = new GoogleSender();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return "Google (RCS for Business, Business Messages)";
  }

  @Override
  public String notice() {
    return Notices.OFF
        + " Accounts for that channel work with emulators and for what was stored only. RCS for"
        + " Business is its successor and in service.";
  }

  @Override
  public Set<Channel> channels() {
    return GoogleForm.FORM.senderTypes().keySet();
  }

  @Override
  public Capabilities capabilities(Channel channel) {
    return switch (channel) {
      case GOOGLE_BUSINESS_MESSAGES -> BUSINESS_MESSAGES;
      case RCS -> RCS;
      case SMS, WHATSAPP, CUSTOM -> throw GoogleAddresses.notServed(channel);
    };
  }

  @Override
  public AccountForm accountForm() {
    return GoogleForm.FORM;
  }

  @Override
  public List<CallbackUse> callbacks(Map<String, String> settings) {
    return List.of(
        new CallbackUse(
            CallbackUse.Purpose.INBOUND_AND_STATUS,
            "POST",
            "",
            "In the Business Communications developer console, as webhook endpoint URL: under"
                + " Partner account settings for all agents, or under Integrations of one agent,"
                + " whose webhook then wins. Save the client token from that dialog here first, then"
                + " press Verify there."));
  }

  @Override
  public AccountCheck accountCheck() {
    return accountCheck;
  }

  @Override
  public Optional<TokenIssuer> tokens(Map<String, String> settings) {
    return Optional.of(tokens);
  }

  @Override
  public WebhookReceiver receiver() {
    return receiver;
  }

  @Override
  public MessageSender sender() {
    return sender;
  }

  private static Capabilities capabilities(String guarantee) {
    return new Capabilities(
        EnumSet.of(
            Feature.MEDIA_IN,
            Feature.MEDIA_OUT,
            Feature.RICH_CONTENT,
            Feature.IDEMPOTENT_SENDING,
            Feature.DELIVERY_RECEIPTS,
            Feature.READ_RECEIPTS,
            Feature.TYPING),
        SendRules.MAX_TEXT,
        TextUnit.CHARACTERS,
        EXTENSIONS,
        SendRules.MAX_FILES,
        guarantee);
  }
}
