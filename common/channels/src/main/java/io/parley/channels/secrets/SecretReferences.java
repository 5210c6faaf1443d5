package io.parley.channels.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what references lead to, in this process. What a file holds is kept for two seconds, so
 * a changed file is in force soon and without a restart. Thread-safe.
 */
public final class SecretReferences {

  /** In bytes. */
  static final int LARGEST_FILE = 64 * 1024;

  private static final Duration KEPT = Duration.ofSeconds(2);

  private final String environmentPrefix;
  private final Optional<Path> directory;
  private final Function<String, @Nullable String> environment;
  private final Clock clock;
  private final Map<SecretReference, Kept> kept = new ConcurrentHashMap<>();

  /**
   * References into one environment and one folder.
   *
   * @param environmentPrefix what names of environment variables have to begin with
   * @param directory the folder of secrets; without one, no reference to a file resolves
   * @param environment gives the value of a variable
   */
  public SecretReferences(
      String environmentPrefix,
      Optional<Path> directory,
      Function<String, @Nullable String> environment,
      Clock clock) {
    this.environmentPrefix = environmentPrefix;
    this.directory = directory;
    this.environment = environment;
    this.clock = clock;
  }

  /** What a reference came to. */
  public sealed interface Resolution {

    /** The secret. */
    record Resolved(String secret) implements Resolution {

      @Override
      public String toString() {
        return "Resolved[…]";
      }
    }

    /**
     * Nothing.
     *
     * @param reason names the reference, as half a sentence for people
     */
    record Unresolved(String reason) implements Resolution {}
  }

  /** Whether a value is meant as a reference, well-formed or not. */
  public static boolean isReference(String value) {
    return ReferenceForm.isMeant(value);
  }

  /** What is wrong with a value that is meant as a reference; empty where nothing is. */
  public Optional<String> problem(String value) {
    return switch (ReferenceForm.read(value, environmentPrefix)) {
      case SecretReference.Reading.Literal literal -> Optional.empty();
      case SecretReference.Reading.Found found -> Optional.empty();
      case SecretReference.Reading.Malformed malformed -> Optional.of(malformed.problem());
    };
  }

  /** The secret that a stored value is or leads to. */
  public Resolution resolve(String value) {
    return switch (ReferenceForm.read(value, environmentPrefix)) {
      case SecretReference.Reading.Literal literal -> new Resolution.Resolved(value);
      case SecretReference.Reading.Malformed malformed ->
          new Resolution.Unresolved("the reference " + malformed.problem());
      case SecretReference.Reading.Found found -> lookUp(found.reference());
    };
  }

  private Resolution lookUp(SecretReference reference) {
    return switch (reference) {
      case SecretReference.Environment variable -> variable(variable);
      case SecretReference.File file -> recent(file);
    };
  }

  private Resolution variable(SecretReference.Environment variable) {
    String value = environment.apply(variable.name());
    return value == null || value.isEmpty()
        ? unresolved(variable, "the environment variable is not set")
        : new Resolution.Resolved(value);
  }

  private Resolution recent(SecretReference.File file) {
    Instant now = clock.instant();
    Kept known = kept.get(file);
    if (known != null && now.isBefore(known.until())) {
      return known.resolution();
    }
    // Nothing that is not asked for any more stays in memory.
    kept.values().removeIf(old -> !now.isBefore(old.until()));
    Resolution read = read(file);
    kept.put(file, new Kept(read, now.plus(KEPT)));
    return read;
  }

  private Resolution read(SecretReference.File file) {
    if (directory.isEmpty()) {
      return unresolved(file, "no folder of secrets is set (parley.secrets.directory)");
    }
    try {
      Path folder = directory.get().toRealPath();
      Path path = folder.resolve(file.name()).toRealPath();
      if (!path.startsWith(folder)) {
        return unresolved(file, "it leads out of the folder of secrets");
      }
      if (!Files.isRegularFile(path)) {
        return unresolved(file, "it is not a file");
      }
      return content(file, path);
    } catch (NoSuchFileException e) {
      return unresolved(file, "there is no such file");
    } catch (IOException e) {
      return unresolved(file, "the file cannot be read");
    }
  }

  private static Resolution content(SecretReference.File file, Path path) throws IOException {
    byte[] bytes;
    try (InputStream stream = Files.newInputStream(path)) {
      bytes = stream.readNBytes(LARGEST_FILE + 1);
    }
    if (bytes.length > LARGEST_FILE) {
      return unresolved(file, "the file is larger than " + LARGEST_FILE + " bytes");
    }
    try {
      String text =
          withoutLineEnd(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      return text.isEmpty() ? unresolved(file, "the file is empty") : new Resolution.Resolved(text);
    } catch (CharacterCodingException e) {
      return unresolved(file, "the file is not text in UTF-8");
    }
  }

  private static String withoutLineEnd(String text) {
    if (!text.endsWith("\n")) {
      return text;
    }
    return text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
  }

  private static Resolution unresolved(SecretReference reference, String why) {
    return new Resolution.Unresolved(reference.text() + " does not resolve: " + why);
  }

  private record Kept(Resolution resolution, Instant until) {}
}
