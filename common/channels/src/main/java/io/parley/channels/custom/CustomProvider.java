package io.parley.channels.custom;

import io.parley.channels.AccountCheck;
import io.parley.channels.AccountForm;
import io.parley.channels.CallbackUrl;
import io.parley.channels.CallbackUse;
import io.parley.channels.CallbackUse.Purpose;
import io.parley.channels.Capabilities;
import io.parley.channels.Capabilities.Feature;
import io.parley.channels.Capabilities.TextUnit;
import io.parley.channels.ChannelProvider;
import io.parley.channels.MediaAccess;
import io.parley.channels.MessageSender;
import io.parley.channels.WebhookReceiver;
import io.parley.events.Channel;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Any provider: an HTTP API described by the account's settings, or a service that speaks Parley's
 * contract. Stateless and safe for any number of threads.
 */
public final class CustomProvider implements ChannelProvider {

  /** Its name in URLs and configuration. */
  public static final String NAME = "custom";

  private static final String GUARANTEE =
      "With the contract, or where the account declares that repeating is safe, a call whose outcome"
          + " is unclear is repeated with the same id, so that the message is sent once; elsewhere"
          + " such a message is never sent again by itself.";

  private final AccountCheck accountCheck = new CustomCheck();
  private final MediaAccess media = new CustomMedia();
  private final WebhookReceiver receiver = new CustomReceiver();
  private final MessageSender sender = new CustomSender();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return "Custom (bring your own)";
  }

  @Override
  public String notice() {
    return "The account describes the provider's API field by field, or connects a service of yours"
        + " that speaks Parley's contract. What can be sent, and whether reports come, depends on"
        + " what the account declares. docs/custom-channel.md has examples of both.";
  }

  @Override
  public Set<Channel> channels() {
    return CustomForm.FORM.senderTypes().keySet();
  }

  @Override
  public Capabilities capabilities(Channel channel) {
    return new Capabilities(
        EnumSet.of(
            Feature.MEDIA_IN,
            Feature.MEDIA_OUT,
            Feature.IDEMPOTENT_SENDING,
            Feature.DELIVERY_RECEIPTS,
            Feature.READ_RECEIPTS),
        SendLimits.longest(channel),
        TextUnit.CHARACTERS,
        channel == Channel.SMS
            ? Set.of("jpg", "jpeg", "gif", "png", "mp3", "oga", "ogg", "amr", "mp4", "pdf", "csv")
            : Set.of(
                "jpg", "jpeg", "png", "gif", "mp3", "oga", "ogg", "amr", "mp4", "pdf", "docx",
                "txt", "xlsx"),
        SendLimits.MOST_MEDIA,
        GUARANTEE);
  }

  @Override
  public AccountForm accountForm() {
    return CustomForm.FORM;
  }

  @Override
  public List<CallbackUse> callbacks(Map<String, String> settings) {
    Settings declared = new Settings(settings);
    if (declared.isContract()) {
      return List.of(
          new CallbackUse(
              Purpose.INBOUND_AND_STATUS,
              "POST",
              "",
              "In the configuration of your service: it posts customers' messages and delivery"
                  + " reports here."));
    }
    String token =
        declared.text("callAuthentication").equals("token")
                && declared.text("callTokenIn").equals("query")
            ? " Add ?" + declared.text("callAuthName") + "= and the token to the URL."
            : "";
    if (!declared.text("receiptsBy").equals("url")) {
      return List.of(
          new CallbackUse(
              Purpose.INBOUND_AND_STATUS,
              "POST",
              "",
              "At the provider, wherever it asks for the URL of incoming messages or of delivery"
                  + " reports."
                  + token));
    }
    CallbackUse inbound =
        new CallbackUse(
            Purpose.INBOUND,
            "POST",
            "",
            "At the provider, where it asks for the URL of incoming messages." + token);
    return declared.has("receiptStatus")
        ? List.of(
            inbound,
            new CallbackUse(
                Purpose.STATUS,
                "POST",
                CallbackUrl.SUB_PATH,
                "At the provider, where it asks for the URL of delivery reports; nowhere if the"
                    + " calls that send have {{callbackUrl}} in them."
                    + token))
        : List.of(inbound);
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
  public WebhookReceiver receiver() {
    return receiver;
  }

  @Override
  public MessageSender sender() {
    return sender;
  }
}
