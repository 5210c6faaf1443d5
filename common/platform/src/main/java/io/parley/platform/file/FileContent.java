package io.parley.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What of a file's content is looked at.
 *
 * @param head its first bytes
 * @param packaged the media type that only its inside tells, where it is a package of parts
 */
record FileContent(byte[] head, @Nullable String packaged) {

  /** As many as Tika looks at. */
  private static final int HEAD = 64 * 1024;

  static FileContent of(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      byte[] head = content.readNBytes(HEAD);
      return new FileContent(head, Packages.typeOf(file, head).orElse(null));
    }
  }
}
