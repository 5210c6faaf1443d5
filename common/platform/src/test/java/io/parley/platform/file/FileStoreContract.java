package io.parley.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every file store promises. */
abstract class FileStoreContract {

  private static final long LARGEST = 1024 * 1024;
  private static final UUID ID = UUID.fromString("01998f2e-6a3b-7c11-9d42-5e0f1a2b3c4d");

  final Path folder;
  final MovableClock clock = new MovableClock();

  FileStoreContract(Path folder) {
    this.folder = folder;
  }

  /** A store, empty for each test, that keeps its temporary files somewhere under the folder. */
  abstract FileStore store() throws Exception;

  @Test
  void aStoredFileIsReadBackWithAllThatIsKnownOfIt() throws Exception {
    // Given
    FileStore store = store();
    NewFile file = new NewFile(ID, "Rechnung – März 100%+.pdf", "application/pdf", "image/png");

    // When
    StoredFile stored = store.put(file, content("hello"), LARGEST);

    // Then
    assertThat(stored)
        .isEqualTo(
            new StoredFile(
                ID,
                "Rechnung – März 100%+.pdf",
                "application/pdf",
                "image/png",
                5,
                "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
                clock.instant()));
    assertThat(store.find(ID)).contains(stored);
    assertThat(store.exists(ID)).isTrue();
    try (OpenFile open = store.open(ID).orElseThrow()) {
      assertThat(open.file()).isEqualTo(stored);
      assertThat(open.content()).hasContent("hello");
    }
  }

  @Test
  void anUnknownFileIsNoError() throws Exception {
    FileStore store = store();

    assertThat(store.find(ID)).isEmpty();
    assertThat(store.open(ID)).isEmpty();
    assertThat(store.exists(ID)).isFalse();
    assertThat(store.delete(ID)).isFalse();
  }

  @Test
  void theSameContentAgainChangesNothing() throws Exception {
    // Given
    FileStore store = store();
    StoredFile first = store.put(text("a.txt"), content("same"), LARGEST);
    clock.advance(Duration.ofHours(1));

    // When
    StoredFile second = store.put(text("b.txt"), content("same"), LARGEST);

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(store.find(ID)).contains(first);
  }

  @Test
  void anotherContentUnderTheSameIdIsRefusedAndTheFirstStays() throws Exception {
    // Given
    FileStore store = store();
    StoredFile first = store.put(text("a.txt"), content("first"), LARGEST);

    // When, Then
    assertThatThrownBy(() -> store.put(text("a.txt"), content("second"), LARGEST))
        .isInstanceOf(FileConflictException.class);
    assertThat(store.find(ID)).contains(first);
    assertThat(read(store)).isEqualTo("first");
  }

  @Test
  void aFileOfExactlyTheLargestSizeIsStored() throws Exception {
    FileStore store = store();

    assertThat(store.put(text("a.txt"), content("12345"), 5).size()).isEqualTo(5);
  }

  @Test
  void anEmptyFileIsStored() throws Exception {
    FileStore store = store();

    assertThat(store.put(text("a.txt"), content(""), 5).size()).isZero();
    assertThat(read(store)).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeIsNotReadFurtherAndNothingStays() throws Exception {
    // Given
    FileStore store = store();
    Endless endless = new Endless();

    // When, Then
    assertThatThrownBy(() -> store.put(text("a.txt"), endless, LARGEST))
        .isInstanceOf(FileTooLargeException.class);
    assertThat(endless.read).isLessThan(2 * LARGEST);
    assertThat(store.exists(ID)).isFalse();
    assertThat(temporaryFiles()).isEmpty();
  }

  @Test
  void aContentThatBreaksOffIsNotStored() throws Exception {
    // Given
    FileStore store = store();

    // When, Then
    assertThatThrownBy(() -> store.put(text("a.txt"), new Broken(), LARGEST))
        .isInstanceOf(IOException.class);
    assertThat(store.exists(ID)).isFalse();
    assertThat(temporaryFiles()).isEmpty();
  }

  @Test
  void aDeletedFileIsGoneAndItsIdMayBeUsedAgain() throws Exception {
    // Given
    FileStore store = store();
    store.put(text("a.txt"), content("first"), LARGEST);

    // When
    boolean deleted = store.delete(ID);

    // Then
    assertThat(deleted).isTrue();
    assertThat(store.open(ID)).isEmpty();
    assertThat(store.put(text("b.txt"), content("second"), LARGEST).fileName()).isEqualTo("b.txt");
    assertThat(read(store)).isEqualTo("second");
  }

  @Test
  void manyWritersOfOneIdLeaveOneWholeFile() throws Exception {
    // Given
    FileStore store = store();

    // When
    List<StoredFile> stored = writtenAtTheSameTime(store, ID);

    // Then
    StoredFile file = store.find(ID).orElseThrow();
    assertThat(stored).contains(file);
    try (OpenFile open = store.open(ID).orElseThrow();
        Spool spool = Spool.of(folder.resolve("check"), open.content(), LARGEST)) {
      assertThat(spool.sha256()).isEqualTo(file.sha256());
    }
  }

  @Test
  void aLargeFileIsReadBackByteForByte() throws Exception {
    // Given
    FileStore store = store();
    byte[] content = new byte[20 * 1024 * 1024];
    new Random(7).nextBytes(content);

    // When
    store.put(text("a.bin"), new ByteArrayInputStream(content), content.length);

    // Then
    try (OpenFile open = store.open(ID).orElseThrow()) {
      assertThat(open.content().readAllBytes()).isEqualTo(content);
    }
  }

  /** What sixteen writers with four different contents were told is stored; the others conflict. */
  static List<StoredFile> writtenAtTheSameTime(FileStore store, UUID id) throws Exception {
    List<Callable<StoredFile>> writers = new ArrayList<>();
    for (int writer = 0; writer < 16; writer++) {
      String content = "content " + writer % 4;
      writers.add(() -> putPersistently(store, id, content));
    }
    List<StoredFile> stored = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<StoredFile> result : threads.invokeAll(writers)) {
        if (result.state() == Future.State.SUCCESS) {
          stored.add(result.resultNow());
        } else {
          assertThat(result.exceptionNow()).isInstanceOf(FileConflictException.class);
        }
      }
    }
    return stored;
  }

  /** As callers do: a server may give up under a crowd of writers. */
  private static StoredFile putPersistently(FileStore store, UUID id, String content)
      throws IOException {
    NewFile file = new NewFile(id, "a.txt", "text/plain", null);
    for (int attempt = 1; attempt < 5; attempt++) {
      try {
        return store.put(file, content(content), LARGEST);
      } catch (FileStoreException e) {
        assertThat(store).isInstanceOf(S3FileStore.class);
      }
    }
    return store.put(file, content(content), LARGEST);
  }

  private List<Path> temporaryFiles() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(FileStore store) throws IOException {
    try (OpenFile open = store.open(ID).orElseThrow()) {
      return new String(open.content().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static NewFile text(String name) {
    return new NewFile(ID, name, "text/plain", null);
  }

  private static InputStream content(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final class Endless extends InputStream {

    private long read;

    @Override
    public int read() {
      read++;
      return 'x';
    }
  }

  private static final class Broken extends InputStream {

    private int left = 100_000;

    @Override
    public int read() throws IOException {
      if (left-- == 0) {
        throw new IOException("connection reset");
      }
      return 'x';
    }

    /** Unlike the inherited one, it tells of the failure at once. */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      buffer[offset] = (byte) read();
      return 1;
    }
  }
}
