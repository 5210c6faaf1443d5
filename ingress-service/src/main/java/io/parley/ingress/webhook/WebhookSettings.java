package io.parley.ingress.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits of a webhook call. */
@ConfigMapping(prefix = "parley.ingress.webhook")
public interface WebhookSettings {

  /**
   * Largest body, in bytes. An event of it must still fit into a Kafka record (1 MiB), and text may
   * grow to twice its size as JSON.
   */
  @Min(1024)
  @Max(393216)
  @WithDefault("262144")
  int maxBodySize();

  /** How long a body may take to arrive as a whole. */
  @WithDefault("PT10S")
  Duration bodyTimeout();

  /** How many refusals are logged per minute and account; all are counted. */
  @Min(0)
  @WithDefault("10")
  int refusalsLoggedPerMinute();
}
