package io.parley.outbound.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How providers get what agents attach. */
@ConfigMapping(prefix = "parley.outbound.attachments")
interface AttachmentConfiguration {

  /**
   * How long the link works that a provider is given. It begins anew with each call. Some providers
   * hand the link on to the customer instead of the file.
   */
  @WithDefault("PT24H")
  Duration validity();
}
