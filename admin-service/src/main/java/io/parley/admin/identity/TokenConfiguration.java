package io.parley.admin.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What tokens say about themselves. The other services check the same issuer and audience. */
@ConfigMapping(prefix = "parley.admin.token")
interface TokenConfiguration {

  /** How long a token is valid after sign-in. */
  @WithDefault("PT8H")
  Duration lifetime();

  /** Who issues tokens. */
  @WithDefault("parley")
  String issuer();

  /** Whom tokens are for. */
  @WithDefault("parley")
  String audience();
}
