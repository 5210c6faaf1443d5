package io.parley.routing.agent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How lost clients of agents are treated. */
@ConfigMapping(prefix = "parley.routing.connection")
public interface ConnectionConfiguration {

  /**
   * How long an agent whose client was lost keeps conversations and gets the former presence back
   * (domain/distribution.md §8.2).
   */
  @WithDefault("PT2M30S")
  Duration grace();

  /** How long a stream can be resumed without fetching everything anew. */
  @WithDefault("PT10M")
  Duration replay();

  /** How long a stream ticket can be used, once. */
  @WithDefault("PT30S")
  Duration ticketLifetime();
}
