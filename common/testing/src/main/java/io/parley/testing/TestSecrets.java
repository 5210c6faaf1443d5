package io.parley.testing;

import io.parley.channels.secrets.SecretCipher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The keys of a test. */
public final class TestSecrets {

  private TestSecrets() {}

  /** The cipher that the service under test uses. */
  public static SecretCipher cipher() {
    try {
      return SecretCipher.ofKeyset(Files.readString(Path.of(TestEnvironment.KEYSET_FILE.text())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
