package io.parley.platform.secrets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the keys are that open secret fields, and where references in secret fields may lead. */
@ConfigMapping(prefix = "parley.secrets")
interface SecretsConfiguration {

  /**
   * File with the Tink keyset (JSON form) that encrypts and decrypts the secret fields of accounts.
   * Without it, accounts cannot be created or used; the service says so when it starts. It is read
   * again every few seconds, so keys are rotated without a restart.
   */
  Optional<Path> keysetFile();

  /** How often the keyset file is looked at. */
  @WithDefault("PT5S")
  Duration poll();

  /** How names of environment variables begin that a secret field may refer to. */
  @WithDefault("PARLEY_SECRET_")
  String environmentPrefix();

  /**
   * Folder of the files that a secret field may refer to. Without it, such references do not
   * resolve.
   */
  Optional<Path> directory();
}
