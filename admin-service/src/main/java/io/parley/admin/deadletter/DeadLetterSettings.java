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

  /** How long one replay of all letters that share a reason may take; it then ends early. */
  @WithDefault("PT10M")
  Duration replayTimeLimit();

  /** How many letters one such replay publishes; it then ends early, and another one goes on. */
  @Min(1)
  @WithDefault("10000")
  int mostReplayed();

  /** How many such replays wait for each other at most; more are refused. */
  @Min(1)
  @WithDefault("4")
  int replaysWaiting();
}
