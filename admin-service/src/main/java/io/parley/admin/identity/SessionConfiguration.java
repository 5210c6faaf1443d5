package io.parley.admin.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long somebody stays signed in without typing a password. */
@ConfigMapping(prefix = "parley.admin.session")
interface SessionConfiguration {

  /** A session that is not refreshed for so long is over. */
  @WithDefault("PT8H")
  Duration idle();

  /** A session is over after this time, however often it is refreshed. */
  @WithDefault("P7D")
  Duration longest();
}
