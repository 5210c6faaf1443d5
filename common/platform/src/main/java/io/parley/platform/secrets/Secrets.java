package io.parley.platform.secrets;

import io.parley.channels.secrets.AccountVault;
import io.parley.channels.secrets.SecretCipher;
import io.parley.channels.secrets.SecretReferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes what opens secret fields from the keyset in force. */
@ApplicationScoped
class Secrets {

  @Produces
  @Singleton
  SecretCipher cipher(KeysetInForce keyset) {
    // A service that cannot open secrets says so when it starts.
    keyset.current();
    return SecretCipher.following(keyset::current);
  }

  @Produces
  @Singleton
  SecretReferences references(SecretsConfiguration configuration, Clock clock) {
    return new SecretReferences(
        configuration.environmentPrefix(), configuration.directory(), System::getenv, clock);
  }

  @Produces
  @Singleton
  AccountVault vault(SecretCipher cipher, SecretReferences references) {
    return new AccountVault(cipher, references);
  }
}
