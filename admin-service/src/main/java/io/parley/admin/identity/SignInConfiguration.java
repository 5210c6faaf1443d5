package io.parley.admin.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How often sign-in may fail. The counts are shared by all instances. */
@ConfigMapping(prefix = "parley.admin.sign-in")
interface SignInConfiguration {

  /** Failures for one e-mail address from one network address within the window. */
  @WithDefault("10")
  @Min(1)
  @Max(1_000_000)
  int attemptsPerEmailAndAddress();

  /** Failures from one network address within the window; an office may share one address. */
  @WithDefault("100")
  @Min(1)
  @Max(1_000_000)
  int attemptsPerAddress();

  /**
   * Failures for one e-mail address, whoever tries, from which on the answer comes later and later.
   * It is never refused for them: strangers must not be able to lock somebody out.
   */
  @WithDefault("20")
  @Min(1)
  @Max(1_000_000)
  int attemptsBeforeSlowing();

  /** The latest that such an answer comes. */
  @WithDefault("PT5S")
  Duration longestDelay();

  /** After this time counting begins anew. */
  @WithDefault("PT15M")
  Duration window();
}
