package io.parley.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileIntakeTest {

  private final UUID id = UUID.randomUUID();
  private final FileRules rules = new FileRules(1000, FileRules.DEFAULT_BLOCKED_EXTENSIONS);
  private final Path folder;
  private final FileStore store;
  private final FileIntake intake;

  FileIntakeTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.store = new FolderFileStore(folder.resolve("files"), new MovableClock());
    this.intake = new FileIntake(rules, store, folder.resolve("spool"));
  }

  @AfterEach
  void nothingStaysInTheSpool() throws IOException {
    if (Files.exists(folder.resolve("spool"))) {
      try (Stream<Path> files = Files.list(folder.resolve("spool"))) {
        assertThat(files).isEmpty();
      }
    }
  }

  @Test
  void anAllowedFileIsStoredAsWhatItIs() throws IOException {
    // When
    IntakeResult result = intake.accept(id, "../photo.png", "image/png", stream(Contents.JPEG));

    // Then
    StoredFile file = store.find(id).orElseThrow();
    assertThat(result).isEqualTo(new IntakeResult.Stored(file));
    assertThat(file.fileName()).isEqualTo("photo.png");
    assertThat(file.contentType()).isEqualTo("image/jpeg");
    assertThat(file.statedType()).isEqualTo("image/png");
    try (OpenFile open = store.open(id).orElseThrow()) {
      assertThat(open.content()).hasBinaryContent(Contents.JPEG);
    }
  }

  @Test
  void aBlockedNameIsRefusedBeforeAnythingIsRead() throws IOException {
    InputStream unread =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("read");
          }
        };

    assertThat(reason(intake.accept(id, "a.exe", null, unread)))
        .isEqualTo(RefusalReason.BLOCKED_TYPE);
  }

  @Test
  void aBlockedContentIsNotStored() throws IOException {
    assertThat(reason(intake.accept(id, "a.jpg", "image/jpeg", stream(Contents.EXE))))
        .isEqualTo(RefusalReason.BLOCKED_TYPE);
    assertThat(store.exists(id)).isFalse();
  }

  @Test
  void aFileThatIsTooLargeIsNotStored() throws IOException {
    assertThat(reason(intake.accept(id, "a.txt", "text/plain", stream(new byte[1001]))))
        .isEqualTo(RefusalReason.TOO_LARGE);
    assertThat(store.exists(id)).isFalse();
  }

  @Test
  void aStoreThatDoesNotAnswerIsToldFromAContentThatCannotBeRead() throws IOException {
    // Given
    Files.delete(folder.resolve("files/unfinished"));
    Files.delete(folder.resolve("files"));
    Files.createFile(folder.resolve("files"));

    // When, Then
    assertThatThrownBy(() -> intake.accept(id, "a.txt", null, stream(new byte[3])))
        .isInstanceOf(FileStoreException.class);
  }

  private static RefusalReason reason(IntakeResult result) {
    return ((IntakeResult.Refused) result).refusal().reason();
  }

  private static InputStream stream(byte[] content) {
    return new ByteArrayInputStream(content);
  }
}
