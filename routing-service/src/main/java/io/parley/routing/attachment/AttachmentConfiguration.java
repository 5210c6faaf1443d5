package io.parley.routing.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long files of agents wait to be sent. */
@ConfigMapping(prefix = "parley.routing.attachments")
interface AttachmentConfiguration {

  /** A file that was uploaded and not sent is removed after this time. */
  @WithDefault("P1D")
  Duration unusedFor();
}
