package io.parley.admin.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Cost of a password hash (Argon2id). A change applies to passwords that are set from then on;
 * present ones are checked with the cost they were made with.
 */
@ConfigMapping(prefix = "parley.admin.password")
public interface PasswordConfiguration {

  /** Memory for one hash, in KiB. */
  @WithDefault("19456")
  @Min(8)
  @Max(1_048_576)
  int memory();

  /** Passes over the memory. */
  @WithDefault("2")
  @Min(1)
  @Max(100)
  int iterations();

  /** Lanes of one hash. */
  @WithDefault("1")
  @Min(1)
  @Max(16)
  int parallelism();

  /** How many hashes are worked out at a time. Together they need this many times the memory. */
  @WithDefault("2")
  @Min(1)
  @Max(64)
  int concurrency();

  /** How many hashes may wait for their turn; further requests are answered 503. */
  @WithDefault("64")
  @Min(1)
  @Max(10_000)
  int waiting();
}
