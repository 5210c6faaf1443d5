package io.parley.routing.desk;

import io.parley.channels.Capabilities;
import io.parley.channels.ChannelProviders;
import io.parley.events.configuration.ChannelInstance;
import io.parley.platform.configuration.ConfigurationSnapshot;
import io.parley.routing.conversation.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What can be sent in a conversation: what the provider of its account can do on its channel. */
@ApplicationScoped
class ChannelAbilities {

  private final ChannelProviders providers = ChannelProviders.installed();

  /** Refuses to send where no workstream has our address any more. */
  void requireChannel(ConfigurationSnapshot configuration, Identity conversation) {
    boolean present =
        configuration.all(ChannelInstance.class).stream()
            .anyMatch(
                instance -> instance.channelAddressId().equals(conversation.channelAddressId()));
    if (!present) {
      throw Refusals.channelRemoved(conversation);
    }
  }

  /** Nothing when the account is gone or its provider is not installed. */
  Optional<Capabilities> of(ConfigurationSnapshot configuration, Identity conversation) {
    return configuration
        .account(conversation.accountId())
        .flatMap(account -> providers.named(account.provider()))
        .filter(provider -> provider.channels().contains(conversation.channel()))
        .map(provider -> provider.capabilities(conversation.channel()));
  }
}
