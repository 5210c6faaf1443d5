package io.parley.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What of a file's content is looked at. */
final class FileContent {

  /** As many as Tika looks at. */
  private static final int HEAD = 64 * 1024;

  private final byte[] head;
  private final @Nullable String packaged;

  private FileContent(byte[] head, @Nullable String packaged) {
    this.head = head;
    this.packaged = packaged;
  }

  static FileContent of(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      byte[] head = content.readNBytes(HEAD);
      return new FileContent(head, Packages.typeOf(file, head).orElse(null));
    }
  }

  /** Its first bytes; not to be changed. */
  byte[] head() {
    return head;
  }

  /** The media type that only its inside tells, where it is a package of parts. */
  @Nullable String packaged() {
    return packaged;
  }
}
