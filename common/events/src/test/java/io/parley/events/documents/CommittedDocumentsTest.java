package io.parley.events.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedDocumentsTest {

  private static final String FILE = "schemas/a.json";
  private static final String EARLIER =
      """
      {"type":"object","properties":{"id":{"type":"string"}},"required":["id"]}""";
  private static final String COMPATIBLE =
      """
      {"type":"object","properties":{"id":{"type":"string"},"new":{}},"required":["id"]}""";
  private static final String BREAKING =
      """
      {"type":"object","properties":{"new":{"type":"string"}}}""";

  @Test
  void newSchemaIsWritten(@TempDir Path folder) throws IOException {
    // Given
    CommittedDocuments committed = new CommittedDocuments(folder);

    // When
    committed.rewrite(FILE, EARLIER);

    // Then
    assertThat(committed.text(FILE)).isEqualTo(EARLIER);
    assertThat(committed.schemas()).containsExactly(FILE);
  }

  @Test
  void compatibleChangeIsWritten(@TempDir Path folder) throws IOException {
    // Given
    CommittedDocuments committed = new CommittedDocuments(folder);
    committed.rewrite(FILE, EARLIER);

    // When
    committed.rewrite(FILE, COMPATIBLE);

    // Then
    assertThat(committed.text(FILE)).isEqualTo(COMPATIBLE);
  }

  @Test
  void breakingChangeIsRefusedAndNothingIsWritten(@TempDir Path folder) throws IOException {
    // Given
    CommittedDocuments committed = new CommittedDocuments(folder);
    committed.rewrite(FILE, EARLIER);

    // When / Then
    assertThatIllegalStateException()
        .isThrownBy(() -> committed.rewrite(FILE, BREAKING))
        .withMessageContaining("PROPERTY_REMOVED")
        .withMessageContaining("/id");
    assertThat(committed.text(FILE)).isEqualTo(EARLIER);
  }
}
