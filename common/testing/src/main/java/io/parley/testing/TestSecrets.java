package io.parley.testing;

import io.parley.channels.secrets.SecretCipher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The keys of a test. */
public final class TestSecrets {

  private TestSecrets() {}

  /** The file with the keys of the service under test. */
  public static Path keysetFile() {
    return Path.of(TestEnvironment.KEYSET_FILE.text());
  }

  /** The folder that secret fields of the service under test may refer to. */
  public static Path folder() {
    return Path.of(TestEnvironment.SECRETS_FOLDER.text());
  }

  /** The cipher that the service under test uses. */
  public static SecretCipher cipher() {
    try {
      return SecretCipher.ofKeyset(Files.readString(keysetFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
