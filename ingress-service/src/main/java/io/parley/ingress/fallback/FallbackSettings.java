package io.parley.ingress.fallback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits of the table that holds records while Kafka does not take them. */
@ConfigMapping(prefix = "parley.ingress.fallback")
public interface FallbackSettings {

  /** How many rows may wait; when there are more, webhooks are answered 503. */
  @Min(1)
  @WithDefault("1000000")
  long maxRows();

  /** How many records may wait in memory to be stored; more are answered 503. */
  @Min(1)
  @WithDefault("10000")
  int maxWaiting();

  /** How many records are stored in one transaction. */
  @Min(1)
  @WithDefault("500")
  int storeBatch();

  /** How many records are forwarded in one transaction. */
  @Min(1)
  @WithDefault("500")
  int forwardBatch();

  /** How long one transaction that stores records may take. */
  @WithDefault("PT1S")
  Duration patience();

  /**
   * Shortest time between two such transactions. It collects records into batches, and leaves the
   * forwarder the moment in which the table is empty.
   */
  @WithDefault("PT0.02S")
  Duration pace();

  /** How often every instance looks at the table, besides being notified. */
  @WithDefault("PT1S")
  Duration poll();

  /** Longest pause between two attempts to forward while Kafka is away. */
  @WithDefault("PT2S")
  Duration longestPause();
}
