package io.parley.outbound.media;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what customers attach is fetched. Messages never wait for it. */
@ConfigMapping(prefix = "parley.outbound.media")
interface MediaConfiguration {

  /** Fetched at a time by this instance; not above {@code parley.files.fetch.connections}. */
  @WithDefault("16")
  int concurrency();

  /**
   * Fetched at a time by this instance with one account. Below the concurrency, so that an account
   * whose files come slowly leaves room for the others.
   */
  @WithDefault("4")
  int concurrencyPerAccount();

  /**
   * How often is looked for what is due when nothing has said that there is any: after a restart,
   * and for what waits for its next attempt.
   */
  @WithDefault("PT1S")
  Duration poll();

  /**
   * How long an instance may take for one attempt. Afterwards any instance makes another. Longer
   * than {@code parley.files.fetch.time-limit} and a call for an access token together.
   */
  @WithDefault("PT3M")
  Duration lease();

  /** Before the second attempt, at most; doubled before each further one. */
  @WithDefault("PT5S")
  Duration firstDelay();

  /** The delay never grows beyond this. */
  @WithDefault("PT15M")
  Duration longestDelay();

  /** After so many attempts it is unavailable, until somebody asks for it again. */
  @WithDefault("12")
  int attempts();

  /** No attempt is made later than this after it was taken in, or asked for again. */
  @WithDefault("P1D")
  Duration longestAge();
}
