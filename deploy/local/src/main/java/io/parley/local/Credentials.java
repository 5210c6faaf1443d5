package io.parley.local;

import io.parley.channels.secrets.Keyset;
import io.parley.channels.secrets.KeysetFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/**
 * Passwords and keys of the local stack: made at the first start, kept in the home folder, readable
 * by its owner alone.
 */
public final class Credentials {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final Path keyset;
  private final Path secrets;
  private final Properties values = new Properties();

  private Credentials(Path folder) {
    this.file = folder.resolve("credentials.properties");
    this.keyset = folder.resolve("keyset.json");
    this.secrets = folder.resolve("secrets");
  }

  /** The credentials in this folder, made now if they are not there. */
  public static Credentials in(Path folder) {
    Credentials credentials = new Credentials(folder);
    try {
      Files.createDirectories(folder);
      if (Files.exists(credentials.file)) {
        try (Reader reader = Files.newBufferedReader(credentials.file)) {
          credentials.values.load(reader);
        }
      }
      Files.createDirectories(credentials.secrets);
      if (!Files.exists(credentials.keyset)) {
        new KeysetFile(credentials.keyset).create(Keyset.create());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("credentials cannot be kept in " + folder, e);
    }
    return credentials;
  }

  /** The file with the keyset that encrypts secret fields. */
  public Path keysetFile() {
    return keyset;
  }

  /** The folder of files that secret fields may refer to. */
  public Path secretsFolder() {
    return secrets;
  }

  /** A password, made at its first use. */
  public synchronized String password(String of) {
    byte[] bytes = new byte[15];
    RANDOM.nextBytes(bytes);
    return kept(of, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** 32 hexadecimal digits, as Twilio's tokens and ids have, made at its first use. */
  public synchronized String hex(String of) {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return kept(of, HexFormat.of().formatHex(bytes));
  }

  private String kept(String name, String fresh) {
    String known = values.getProperty(name);
    if (known != null) {
      return known;
    }
    values.setProperty(name, fresh);
    try (Writer writer = Files.newBufferedWriter(ownersOnly(file))) {
      values.store(writer, "Made by make run. Delete the whole folder to start afresh.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fresh;
  }

  private static Path ownersOnly(Path path) throws IOException {
    if (!Files.exists(path)) {
      if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(path);
      }
    }
    return path;
  }
}
