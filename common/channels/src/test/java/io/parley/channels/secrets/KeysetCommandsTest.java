package io.parley.channels.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetCommandsTest {

  private static final KeyUsage UNUSED = id -> 0;

  private final List<String> printed = new ArrayList<>();
  private Path folder;
  private Path file;
  private KeysetCommands commands;

  @BeforeEach
  void inFolder(@TempDir Path empty) {
    folder = empty;
    file = folder.resolve("keyset.json");
    commands = new KeysetCommands(file, printed::add);
  }

  @Test
  void keyIsRotatedByCommands() throws IOException {
    // Given
    commands.create();
    long old = read().primaryId();

    // When
    long fresh = commands.add();
    commands.promote(fresh);
    commands.remove(old, UNUSED);

    // Then
    assertThat(read().keys()).containsExactly(new Keyset.Key(fresh, true, true));
  }

  @Test
  void fileIsItsOwnersAloneAndNothingElseIsLeftBehind() throws IOException {
    // When
    commands.create();
    commands.add();

    // Then
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void presentFileIsNotReplacedByANewOne() throws IOException {
    // Given
    commands.create();
    String before = Files.readString(file);

    // Then
    assertThatThrownBy(commands::create).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent(before);
  }

  @Test
  void keyThatStillOpensValuesIsNeitherRemovedNorDisabled() throws IOException {
    // Given
    commands.create();
    long old = read().primaryId();
    commands.promote(commands.add());
    String before = Files.readString(file);
    KeyUsage used = id -> id == old ? 3 : 0;

    // Then
    assertThatThrownBy(() -> commands.remove(old, used)).hasMessageContaining("3 stored values");
    assertThatThrownBy(() -> commands.disable(old, used)).hasMessageContaining("3 stored values");
    assertThat(file).hasContent(before);
  }

  @Test
  void usageIsReadFromTheAnswerOfAdminService() throws IOException {
    // When
    KeyUsage usage =
        KeyUsage.of(
            "{\"primaryKeyId\":2,\"done\":false,\"keys\":[{\"id\":4000000000,\"values\":7}]}");

    // Then
    assertThat(usage.valuesUnder(4_000_000_000L)).isEqualTo(7);
    assertThatThrownBy(() -> usage.valuesUnder(2)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> KeyUsage.of("{\"type\":\"urn:parley:problem:forbidden\"}"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void keyThatSomebodyElseAddsMeanwhileIsNotLost() throws IOException {
    // Given
    commands.create();
    KeysetFile keys = new KeysetFile(file);

    // Then
    assertThatThrownBy(
            () ->
                keys.change(
                    keyset -> {
                      assertThatCode(commands::add).doesNotThrowAnyException();
                      return keyset.withNewKey();
                    }))
        .hasMessageContaining("was changed meanwhile");
    assertThat(read().keys()).hasSize(2);
  }

  @Test
  void linkStaysALinkAndWhatItLeadsToIsReplaced() throws IOException {
    // Given
    commands.create();
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

    // When
    new KeysetCommands(link, printed::add).add();

    // Then
    assertThat(link).isSymbolicLink();
    assertThat(read().keys()).hasSize(2);
  }

  @Test
  void listSaysWhichKeysThereAreAndNothingThatOpensAnything() throws IOException {
    // Given
    commands.create();
    long old = read().primaryId();
    long fresh = commands.add();
    commands.promote(fresh);
    commands.disable(old, UNUSED);
    printed.clear();

    // When
    commands.list();

    // Then
    assertThat(printed).containsExactly(old + " disabled", fresh + " enabled primary");
  }

  private Keyset read() throws IOException {
    return new KeysetFile(file).read();
  }
}
