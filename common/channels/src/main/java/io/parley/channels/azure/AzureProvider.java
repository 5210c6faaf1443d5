package io.parley.channels.azure;

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
 * Azure Communication Services: SMS by its REST API, with Event Grid bringing what comes in
 * (providers/azure-communication-services.md).
 */
public final class AzureProvider implements ChannelProvider {

  static final String NAME = "azure";

  private static final Capabilities CAPABILITIES =
      new Capabilities(
          EnumSet.of(Feature.IDEMPOTENT_SENDING, Feature.DELIVERY_RECEIPTS, Feature.OPT_OUT),
          SendRules.MAX_BYTES,
          TextUnit.UTF8_BYTES,
          Set.of(),
          0,
          "After an unclear outcome the call is repeated with the same id, for as long as the account"
              + " says that Azure remembers it, so that the message is sent once; later than that"
              + " it is never sent again by itself.");

  private final TokenIssuer tokens = new EntraTokens();
  private final AccountCheck accountCheck = new AzureAccountCheck(tokens);
  private final WebhookReceiver receiver = new AzureReceiver();
  private final MessageSender sender = new AzureSender();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return "Azure Communication Services";
  }

  @Override
  public String notice() {
    return "Text only. Toll-free numbers reach the US, Canada and Puerto Rico and have to be"
        + " verified; short codes reach their own country; customers cannot answer a name, and"
        + " carriers may replace it. Event Grid does not sign what it sends: use a webhook secret."
        + " Webhooks protected by Microsoft Entra ID are not supported: their tokens are not"
        + " checked, so the secret is needed with them, too.";
  }

  @Override
  public Set<Channel> channels() {
    return AzureForm.FORM.senderTypes().keySet();
  }

  @Override
  public Capabilities capabilities(Channel channel) {
    if (!channels().contains(channel)) {
      throw new IllegalArgumentException("Azure does not serve " + channel);
    }
    return CAPABILITIES;
  }

  @Override
  public AccountForm accountForm() {
    return AzureForm.FORM;
  }

  @Override
  public List<CallbackUse> callbacks(Map<String, String> settings) {
    return List.of(
        new CallbackUse(
            CallbackUse.Purpose.INBOUND_AND_STATUS,
            "POST",
            "",
            "In the Azure portal at the Communication Services resource: Events, + Event"
                + " Subscription. Choose the event types 'SMS Received' and 'SMS Delivery Report"
                + " Received', the endpoint type Web Hook, and either the Event Grid schema or"
                + " CloudEvents 1.0. Where there is a webhook secret, append ?code= and the secret"
                + " to the URL, or add the secret under Delivery Properties as the static header "
                + AzureSettings.get(settings, AzureSettings.WEBHOOK_HEADER)
                + ". Save the account first: Azure calls the URL at once."));
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
    return AzureSettings.usesEntra(settings) ? Optional.of(tokens) : Optional.empty();
  }
}
