package io.parley.platform.secrets;

import io.parley.channels.secrets.AccountVault;
import io.parley.channels.secrets.SecretCipher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the cipher for secret fields from the configured keyset. */
@ApplicationScoped
class Secrets {

  @Produces
  @Singleton
  SecretCipher cipher(SecretsConfiguration configuration) {
    Path file =
        configuration
            .keysetFile()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "parley.secrets.keyset-file is not set: secret fields cannot be opened"));
    try {
      return SecretCipher.ofKeyset(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read parley.secrets.keyset-file " + file, e);
    }
  }

  @Produces
  @Singleton
  AccountVault vault(SecretCipher cipher) {
    return new AccountVault(cipher);
  }
}
