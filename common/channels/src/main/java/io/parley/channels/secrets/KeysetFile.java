package io.parley.channels.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The file that keeps a keyset. It is readable by its owner alone and always a whole keyset: a
 * change is written beside it, forced to disk and then put in its place.
 */
public final class KeysetFile {

  private final Path path;

  public KeysetFile(Path path) {
    this.path = path;
  }

  /**
   * The keyset in the file.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it is no keyset
   */
  public Keyset read() throws IOException {
    return Keyset.parse(Files.readString(path));
  }

  /**
   * Makes the file.
   *
   * @throws FileAlreadyExistsException if there is one: its keys are needed for what they encrypted
   */
  public void create(Keyset keyset) throws IOException {
    if (Files.exists(path)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    put(path.toAbsolutePath(), keyset, Optional.empty());
  }

  /**
   * Changes the keyset and answers it as it is now.
   *
   * @throws IOException if it cannot be written, or somebody else has changed it meanwhile: a key
   *     that is overwritten is lost
   */
  public Keyset change(UnaryOperator<Keyset> change) throws IOException {
    // Where the path is a link, what it leads to is replaced and not the link.
    Path target = path.toRealPath();
    String before = Files.readString(target);
    Keyset changed = change.apply(Keyset.parse(before));
    put(target, changed, Optional.of(before));
    return changed;
  }

  private static void put(Path target, Keyset keyset, Optional<String> before) throws IOException {
    Path folder = Objects.requireNonNull(target.getParent(), "no folder");
    Path fresh = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      try (FileChannel channel =
          FileChannel.open(
              fresh,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              ownersOnly(target))) {
        ByteBuffer content = ByteBuffer.wrap(keyset.toJson().getBytes(StandardCharsets.UTF_8));
        while (content.hasRemaining()) {
          channel.write(content);
        }
        channel.force(true);
      }
      if (before.isPresent() && !Files.readString(target).equals(before.get())) {
        throw new IOException(target + " was changed meanwhile: try again");
      }
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    force(folder);
  }

  /** Makes the move last. */
  private static void force(Path folder) throws IOException {
    if (isPosix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] ownersOnly(Path target) {
    return isPosix(target)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
