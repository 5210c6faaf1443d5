package io.parley.outbound.provider;

import io.parley.channels.ChannelProvider;
import io.parley.channels.ChannelProviders;
import io.parley.platform.configuration.ConfigurationSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds the way that messages from one of our addresses take. */
@ApplicationScoped
public class Routes {

  private final ChannelProviders providers = ChannelProviders.installed();

  /** The way for this address, unless it, its account or the account's provider is unknown. */
  public Optional<Route> from(UUID channelAddressId, ConfigurationSnapshot configuration) {
    return configuration
        .channelAddress(channelAddressId)
        .flatMap(
            address ->
                configuration
                    .account(address.accountId())
                    .flatMap(
                        account ->
                            provider(account.provider())
                                .map(provider -> new Route(address, account, provider))));
  }

  /** The provider of this name. */
  public Optional<ChannelProvider> provider(String name) {
    return providers.named(name);
  }
}
