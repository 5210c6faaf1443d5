package io.parley.outbound.receipt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long reports wait for their message. */
@ConfigMapping(prefix = "parley.outbound.receipts")
interface ReceiptConfiguration {

  /** A report whose message has not become known by then is deleted. */
  @WithDefault("P3D")
  Duration parkedFor();
}
