package io.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A generated document that is committed, so that a change of an API shows in the diff. Tests
 * compare it with what is served; with {@code -Dparley.update-documents=true} they write it anew.
 */
public final class CommittedDocument {

  private static final String UPDATE = "parley.update-documents";

  private CommittedDocument() {}

  /**
   * What is committed, after an update if one is wanted.
   *
   * @param name path below {@code docs}
   * @param generated what it should be
   */
  public static String read(String name, String generated) {
    Path file = Path.of("..", "docs").resolve(name);
    try {
      if (Boolean.getBoolean(UPDATE)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, generated);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "document cannot be read; write it with -D" + UPDATE + "=true", e);
    }
  }
}
