package io.parley.admin.account;

import io.parley.platform.webhook.WebhookAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The URLs at which a provider reaches us for one account. They hold the account key. */
@ApplicationScoped
class CallbackUrls {

  private final WebhookAddress address;

  CallbackUrls(WebhookAddress address) {
    this.address = address;
  }

  /**
   * One URL.
   *
   * @param purpose what the provider uses it for
   * @param method HTTP method to choose at the provider
   * @param url the URL
   * @param where where it is to be pasted
   */
  @Schema(name = "CallbackUrl")
  record Entry(Purpose purpose, String method, String url, String where) {}

  /** What a provider calls us for. */
  enum Purpose {
    INBOUND,
    STATUS
  }

  List<Entry> of(AccountRow account) {
    return List.of(
        new Entry(
            Purpose.INBOUND,
            "POST",
            address.inbound(account.provider(), account.accountKey()),
            "At the provider, for each number or sender of this account, as the webhook for"
                + " incoming messages."),
        new Entry(
            Purpose.STATUS,
            "POST",
            address.status(account.provider(), account.accountKey()),
            "Only where the provider asks for one URL for delivery reports of all messages. Where"
                + " it takes a URL with each message, Parley sends it."));
  }
}
