package io.parley.admin.account;

import io.parley.channels.CallbackUse;
import io.parley.channels.ChannelProviders;
import io.parley.events.configuration.Account;
import io.parley.platform.webhook.WebhookAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The URLs at which a provider reaches us for one account. They hold the account key. */
@ApplicationScoped
public class CallbackUrls {

  private final WebhookAddress address;
  private final ChannelProviders providers;

  CallbackUrls(WebhookAddress address, ChannelProviders providers) {
    this.address = address;
    this.providers = providers;
  }

  /**
   * One URL.
   *
   * @param purpose what the provider uses it for
   * @param method HTTP method to choose at the provider
   * @param url the URL
   * @param where where it is to be pasted, in the provider's words
   */
  @Schema(name = "CallbackUrl")
  public record Entry(CallbackUse.Purpose purpose, String method, String url, String where) {}

  List<Entry> of(Account account) {
    return providers
        .named(account.provider())
        .map(provider -> provider.callbacks(account.settings()))
        .orElse(List.of())
        .stream()
        .map(
            use ->
                new Entry(
                    use.purpose(),
                    use.method(),
                    address.inbound(account.provider(), account.accountKey()) + use.subPath(),
                    use.where()))
        .toList();
  }
}
