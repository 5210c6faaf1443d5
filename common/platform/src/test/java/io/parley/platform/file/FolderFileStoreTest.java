package io.parley.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFileStoreTest extends FileStoreContract {

  FolderFileStoreTest(@TempDir Path folder) {
    super(folder);
  }

  @Override
  FileStore store() throws IOException {
    return new FolderFileStore(folder.resolve("files"), clock);
  }

  @Test
  void aFileLiesInSubfoldersOfItsIdsLastDigits() throws Exception {
    // Given
    UUID id = UUID.fromString("01998f2e-6a3b-7c11-9d42-5e0f1a2b3c4d");

    // When
    store()
        .put(
            new NewFile(id, "a.txt", "text/plain", null),
            new ByteArrayInputStream(new byte[3]),
            10);

    // Then
    assertThat(folder.resolve("files/4d/3c/" + id + ".json")).exists();
  }

  @Test
  void twoStoresOnOneFolderSeeEachOthersFiles() throws Exception {
    // Given
    UUID id = UUID.randomUUID();

    // When
    StoredFile stored =
        store()
            .put(
                new NewFile(id, "a.txt", "text/plain", null),
                new ByteArrayInputStream(new byte[3]),
                10);

    // Then
    assertThat(store().find(id)).contains(stored);
  }

  @Test
  void ofManyWritersOfOneIdTheFirstWinsAndTheOthersLearnOfIt() throws Exception {
    // Given
    FileStore store = store();
    UUID id = UUID.randomUUID();

    // When
    List<StoredFile> stored = writtenAtTheSameTime(store, id);

    // Then
    assertThat(stored).hasSize(4).containsOnly(store.find(id).orElseThrow());
  }

  @Test
  void whatWasLeftUnfinishedIsRemovedADayLater() throws Exception {
    // Given
    Path old = unfinished("old.part", Duration.ofHours(25));
    Path recent = unfinished("recent.part", Duration.ofHours(23));

    // When
    store();

    // Then
    assertThat(old).doesNotExist();
    assertThat(recent).exists();
  }

  private Path unfinished(String name, Duration age) throws IOException {
    Path file = Files.createDirectories(folder.resolve("files/unfinished")).resolve(name);
    Files.writeString(file, "half");
    Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(age)));
    return file;
  }

  /** Writers are killed at whatever they are doing; every file that is seen afterwards is whole. */
  @Test
  void whateverAKillInterruptsNoHalfFileIsSeen() throws Exception {
    // Given
    List<UUID> begun = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      begun.addAll(idsOfAKilledWriter(20 + 13 * round));
    }

    // When
    FileStore store = store();

    // Then
    int seen = 0;
    for (UUID id : begun) {
      seen += store.exists(id) ? 1 : 0;
      if (store.exists(id)) {
        assertThat(content(store, id)).isEqualTo(Writer.content(id));
      } else {
        assertThat(Writer.put(store, id).size()).isEqualTo(Writer.SIZE);
        assertThat(content(store, id)).isEqualTo(Writer.content(id));
      }
    }
    assertThat(seen).isGreaterThan(50).isLessThan(begun.size());
  }

  private static byte[] content(FileStore store, UUID id) throws IOException {
    try (OpenFile open = store.open(id).orElseThrow()) {
      return open.content().readAllBytes();
    }
  }

  private List<UUID> idsOfAKilledWriter(int files) throws Exception {
    Path announced = folder.resolve("announced-" + files);
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.resolve("files").toString())
            .redirectOutput(announced.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> Files.readAllLines(announced).size() >= files || !writer.isAlive());
    } finally {
      writer.destroyForcibly();
    }
    await().until(() -> !writer.isAlive());
    return Files.readAllLines(announced).stream()
        .filter(line -> line.length() == 36)
        .map(UUID::fromString)
        .toList();
  }

  /** Stores one file after the other, each announced before, until it is killed. */
  static final class Writer {

    static final int SIZE = 300_000;

    private Writer() {}

    public static void main(String[] arguments) throws IOException {
      FileStore store = new FolderFileStore(Path.of(arguments[0]), Clock.systemUTC());
      while (true) {
        UUID id = UUID.randomUUID();
        System.out.println(id);
        put(store, id);
      }
    }

    static StoredFile put(FileStore store, UUID id) throws IOException {
      return store.put(
          new NewFile(id, "a.bin", "application/octet-stream", null),
          new ByteArrayInputStream(content(id)),
          SIZE);
    }

    static byte[] content(UUID id) {
      byte[] content = new byte[SIZE];
      new Random(id.getMostSignificantBits()).nextBytes(content);
      return content;
    }
  }
}
