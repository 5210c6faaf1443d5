package io.parley.admin.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What tokens say about themselves. The other services check the same issuer and audience. */
@ConfigMapping(prefix = "parley.admin.token")
interface TokenConfiguration {

  /**
   * How long a token is valid. What was revoked goes on until then in services that do not ask
   * admin-service.
   */
  @WithDefault("PT10M")
  Duration lifetime();

  /** Who issues tokens. */
  @WithDefault("parley")
  String issuer();

  /** Whom tokens are for. */
  @WithDefault("parley")
  String audience();

  /** After this time another key signs. */
  @WithDefault("P30D")
  Duration keyLifetime();

  /**
   * How long others may keep the key set. A new key is published this long, and two minutes more,
   * before it signs.
   */
  @WithDefault("PT5M")
  Duration keySetCache();
}
