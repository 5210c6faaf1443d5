package io.parley.admin.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * The first administrator, created at start when there is no user yet. Both values are ignored from
 * then on and should be taken out of the configuration.
 */
@ConfigMapping(prefix = "parley.admin.bootstrap")
interface BootstrapConfiguration {

  /** E-mail address to sign in with. */
  @WithDefault("administrator@localhost")
  String email();

  /**
   * Password, at least 12 characters. There is no default one: if it is left out, a one-time
   * password is made and printed to standard output, once; with another issuer of tokens, nobody
   * gets one.
   */
  Optional<String> password();
}
