package io.parley.platform.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where providers reach ingress. The same value is configured for ingress, outbound and admin. */
@ConfigMapping(prefix = "parley.webhooks")
public interface WebhookAddress {

  /**
   * Public base URL, as providers know it, without a path at its end. Signatures are checked
   * against it; it is never taken from proxy headers.
   */
  @WithDefault("http://localhost:8080")
  URI publicUrl();

  /**
   * The public URL of a path of ours.
   *
   * @param rawPath as it came, still encoded, with a leading slash
   */
  default String at(String rawPath) {
    return base() + rawPath;
  }

  /** The URL for messages of an account. */
  default String inbound(String provider, String accountKey) {
    return base() + "/webhooks/" + provider + "/" + accountKey;
  }

  /** The URL for reports about messages of an account. */
  default String status(String provider, String accountKey) {
    return inbound(provider, accountKey) + "/status";
  }

  private String base() {
    String url = publicUrl().toString();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
