package io.parley.admin.check;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The limits of checking an account. */
@ConfigMapping(prefix = "parley.admin.account-check")
interface CheckSettings {

  /** How long a check may take. When it does, the provider counts as unreachable. */
  @WithDefault("PT30S")
  Duration timeLimit();

  /** How many calls a check may make. */
  @Min(1)
  @WithDefault("6")
  int calls();

  /** How many accounts are checked at the same time; more are refused. */
  @Min(1)
  @WithDefault("16")
  int concurrency();
}
