package io.parley.admin.deadletter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The limits of reading dead letters. */
@ConfigMapping(prefix = "parley.admin.dead-letters")
interface DeadLetterSettings {

  /** How long one request may read. A page then ends earlier, and says where to go on. */
  @WithDefault("PT10S")
  Duration timeLimit();

  /** About how many records are looked at for one page, whether they are asked for or not. */
  @Min(1)
  @WithDefault("5000")
  int mostRecords();

  /** How many records of a partition are looked at in one go, backwards from the newest. */
  @Min(1)
  @WithDefault("100")
  int window();

  /** How many requests read at the same time; as many again wait, and more are refused. */
  @Min(1)
  @WithDefault("4")
  int concurrency();
}
