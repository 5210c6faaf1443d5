package io.parley.ingress.publication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How long a webhook waits until its events are safe, and how many may wait. */
@ConfigMapping(prefix = "parley.ingress.publication")
public interface PublicationSettings {

  /**
   * How long Kafka's verdict about a record is awaited. A little longer than the producer's own
   * {@code delivery.timeout.ms}, which comes first unless the producer itself is stuck.
   */
  @WithDefault("PT1.8S")
  Duration verdict();

  /** How long a webhook is kept waiting in all before it is answered 503. */
  @WithDefault("PT4S")
  Duration patience();

  /**
   * How many records may be on their way at once in this instance, and how many may wait for
   * Kafka's verdict; more are refused with 503. At most what the channel to Kafka holds without
   * ending.
   */
  @Min(1)
  @Max(8192)
  @WithDefault("4096")
  int maxInFlight();
}
