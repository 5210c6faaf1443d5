package io.parley.events.documents;

import io.parley.events.EventJson;
import io.parley.events.documents.SchemaCompatibility.Break;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The documents as they stand in the repository: what consumers have been promised. */
final class CommittedDocuments {

  private final Path folder;

  CommittedDocuments(Path folder) {
    this.folder = folder;
  }

  /** The text of a document; empty when there is none yet. */
  String text(String file) throws IOException {
    Path path = folder.resolve(file);
    return Files.exists(path) ? Files.readString(path) : "";
  }

  /** Names of the schemas. */
  Set<String> schemas() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder.resolve("schemas"))) {
      files.forEach(file -> names.add("schemas/" + file.getFileName()));
    }
    return names;
  }

  /** What would break if this document took the place of the committed one. */
  List<Break> breaks(String file, String generated) throws IOException {
    String committed = text(file);
    return committed.isEmpty() || !file.endsWith(".json")
        ? List.of()
        : SchemaCompatibility.breaks(
            EventJson.mapper().readTree(committed), EventJson.mapper().readTree(generated));
  }

  /**
   * Puts a generated document in the place of the committed one.
   *
   * @throws IllegalStateException if that would break a reader; nothing is written then
   */
  void rewrite(String file, String generated) throws IOException {
    List<Break> breaks = breaks(file, generated);
    if (!breaks.isEmpty()) {
      throw new IllegalStateException(
          file + " would break readers, so this needs a new version of the type: " + breaks);
    }
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, generated);
  }
}
