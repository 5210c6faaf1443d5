package io.parley.platform.secrets;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the keys are that open secret fields. */
@ConfigMapping(prefix = "parley.secrets")
interface SecretsConfiguration {

  /**
   * File with the Tink keyset (JSON form) that encrypts and decrypts the secret fields of accounts.
   * Without it, accounts cannot be created or used; the service says so when it starts.
   */
  Optional<Path> keysetFile();
}
