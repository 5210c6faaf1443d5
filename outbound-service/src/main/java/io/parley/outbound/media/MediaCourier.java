package io.parley.outbound.media;

import io.parley.channels.CallContext;
import io.parley.channels.ChannelProvider;
import io.parley.channels.MediaAccess;
import io.parley.channels.OpenAccount;
import io.parley.channels.secrets.AccountVault;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ChannelAddress;
import io.parley.outbound.provider.Routes;
import io.parley.platform.configuration.ConfigurationSnapshot;
import io.parley.platform.configuration.ConfigurationView;
import io.parley.platform.file.RefusalReason;
import io.parley.platform.file.fetch.FetchResult;
import io.parley.platform.file.fetch.FileFetcher;
import io.parley.platform.file.fetch.FileRequest;
import io.parley.platform.provider.Access;
import io.parley.platform.provider.ProviderCalls;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Fetches one attachment: opens the account that it came through, gets an access token where one is
 * needed, and gives credentials to the provider's own hosts only. Never throws.
 */
@ApplicationScoped
class MediaCourier {

  private static final Logger LOG = Logger.getLogger(MediaCourier.class);

  private final FileFetcher files;
  private final ProviderCalls calls;
  private final AccountVault vault;
  private final Routes routes;
  private final ConfigurationView configuration;

  MediaCourier(
      FileFetcher files,
      ProviderCalls calls,
      AccountVault vault,
      Routes routes,
      ConfigurationView configuration) {
    this.files = files;
    this.calls = calls;
    this.vault = vault;
    this.routes = routes;
    this.configuration = configuration;
  }

  FetchResult fetch(CustomerMedia media) {
    ConfigurationSnapshot now = configuration.current();
    Optional<Account> account = now.account(media.origin().accountId());
    if (account.isEmpty()) {
      return new FetchResult.Failed(
          "The account that the file came through is not set up any more.", false);
    }
    Optional<ChannelProvider> provider = routes.provider(account.get().provider());
    if (provider.isEmpty()) {
      return new FetchResult.Failed(
          "The provider that the file came from is not installed any more.", false);
    }
    try {
      OpenAccount open = vault.open(account.get(), now.all(ChannelAddress.class));
      return switch (calls.access(provider.get(), open)) {
        case Access.Denied denied ->
            new FetchResult.Failed(denied.reason().text(), !denied.forGood());
        case Access.Granted granted -> fetch(media, provider.get().media(), granted.context());
      };
    } catch (RuntimeException e) {
      LOG.errorf(
          "File cannot be fetched. mediaId=%s accountId=%s error=%s",
          media.id(), account.get().id(), e);
      return new FetchResult.Failed(
          "The account's settings or credentials cannot be used. Ask an administrator.", true);
    }
  }

  private FetchResult fetch(CustomerMedia media, MediaAccess access, CallContext context) {
    URI announced = media.origin().url();
    URI located = access.locate(announced, context);
    FetchResult result =
        files.fetch(
            new FileRequest(
                media.id(),
                located,
                null,
                media.origin().statedType(),
                url ->
                    url.equals(located)
                        ? access.headers(announced, context)
                        : afterRedirect(url, access, context)));
    if (context.accessToken() != null
        && result instanceof FetchResult.Refused refused
        && refused.refusal().reason() == RefusalReason.ACCESS_DENIED) {
      calls.forgetToken(context);
    }
    return result;
  }

  /**
   * What is put in front of a provider's hosts stands for its storage, too, which refuses
   * credentials (providers/twilio-sms.md §3.3); so a redirect there goes without.
   */
  private static Map<String, List<String>> afterRedirect(
      URI url, MediaAccess access, CallContext context) {
    return context.endpoints().isOverride(url) ? Map.of() : access.headers(url, context);
  }
}
