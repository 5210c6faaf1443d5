package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed document is what the service serves. */
@AdminTest
class OpenApiDocumentTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "openapi", "admin.yaml");

  /** Run with -Dparley.update-documents=true to write it anew after a change that is meant. */
  @Test
  void committedDocumentIsUpToDate() throws IOException {
    // Given
    String served = Api.nobody().get("/q/openapi").asString();

    // When
    if (Boolean.getBoolean("parley.update-documents")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, served);
    }

    // Then
    assertThat(Files.readString(DOCUMENT)).isEqualTo(served);
  }
}
