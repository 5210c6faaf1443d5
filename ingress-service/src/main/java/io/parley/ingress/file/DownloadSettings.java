package io.parley.ingress.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits of giving out files. */
@ConfigMapping(prefix = "parley.ingress.files")
public interface DownloadSettings {

  /** How many files may be read from the store and sent at the same time. */
  @Min(1)
  @Max(10_000)
  @WithDefault("64")
  int concurrent();

  /** How long sending one file may take, however slowly its reader reads. */
  @WithDefault("PT10M")
  Duration timeLimit();
}
