package io.parley.platform.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of a call to a provider. */
@ConfigMapping(prefix = "parley.provider-calls")
public interface ClientConfiguration {

  /** How long a connection may take. When it does, nothing was sent, and the call is repeated. */
  @WithDefault("PT5S")
  Duration connectTimeout();

  /**
   * How long the answer may take. When it does, nobody knows whether the provider took the message,
   * and it is looked up.
   */
  @WithDefault("PT15S")
  Duration readTimeout();

  /** How long a call may take from its beginning until nobody waits for it any more. */
  default Duration longestCall() {
    return connectTimeout().plus(readTimeout());
  }

  /** Connections per provider host; not below the dispatcher's concurrency. */
  @WithDefault("64")
  int connections();

  /**
   * A longer answer is not read to its end and counts as none. Bytes. Has room for a provider's
   * longest page of messages, which a look-up reads.
   */
  @WithDefault("4194304")
  int longestAnswer();
}
