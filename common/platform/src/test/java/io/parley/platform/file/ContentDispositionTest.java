package io.parley.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDispositionTest {

  @Test
  void aNameIsGivenInBothForms() {
    assertThat(of("Größe 1.pdf", "application/pdf"))
        .isEqualTo("inline; filename=\"Gro_e 1.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%201.pdf");
  }

  @Test
  void aNameCannotEndTheHeader() {
    assertThat(of("a\"; x=\"\r\nSet-Cookie: y.txt", "text/plain"))
        .isEqualTo(
            "inline; filename=\"a__ x=_ Set-Cookie_ y.txt\";"
                + " filename*=UTF-8''a__%20x%3D_%20Set-Cookie_%20y.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "image/jpeg", "audio/ogg", "video/mp4", "application/pdf"})
  void whatABrowserShowsSafelyIsShown(String type) {
    assertThat(of("a", type)).startsWith("inline;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "image/svg+xml",
        "application/xhtml+xml",
        "text/xml",
        "application/zip"
      })
  void allElseIsSaved(String type) {
    assertThat(of("a", type)).startsWith("attachment;");
  }

  private static String of(String name, String type) {
    return ContentDisposition.of(
        new StoredFile(UUID.randomUUID(), name, type, null, 1, "00", Instant.EPOCH));
  }
}
