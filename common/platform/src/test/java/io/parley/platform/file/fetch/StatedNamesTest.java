package io.parley.platform.file.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "attachment; filename=a.pdf → a.pdf",
        "ATTACHMENT; FILENAME=\"a b.pdf\" → a b.pdf",
        "inline; filename=\"a \\\"b\\\".pdf\" → a \"b\".pdf",
        "attachment; filename*=UTF-8''na%C3%AFve%20file.txt → naïve file.txt",
        "attachment; filename*=utf-8'en'%e2%82%ac%20rates → € rates",
        "attachment; filename*=ISO-8859-1''%A3.txt → £.txt",
        "attachment; filename=\"plain.txt\"; filename*=UTF-8''%C3%BC.txt → ü.txt",
        "attachment; filename*=UTF-8''%C3%BC.txt; filename=\"plain.txt\" → ü.txt",
        "attachment; filename*=nonsense; filename=\"plain.txt\" → plain.txt",
        "attachment; filename*=x-unknown''a; filename=\"plain.txt\" → plain.txt",
        "attachment; filename=\"../../a.pdf\" → ../../a.pdf",
      })
  void theHeaderGivesTheName(String header, String name) {
    assertThat(StatedNames.inHeader(header)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "attachment", "attachment; filename=", "attachment; name=a.pdf", ";;;=", "\""})
  void aHeaderWithoutANameGivesNone(String header) {
    assertThat(StatedNames.inHeader(header)).isEmpty();
  }

  @Test
  void bytesOfUtf8AreUnderstood() {
    String raw =
        new String(
            "attachment; filename=\"Größe.txt\"".getBytes(StandardCharsets.UTF_8),
            StandardCharsets.ISO_8859_1);

    assertThat(StatedNames.inHeader(raw)).contains("Größe.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "https://h.example/a/b/photo.jpg?x=1, photo.jpg",
    "https://h.example/a/M%C3%BCller%20x.pdf, Müller x.pdf",
    "https://h.example/ME123, ME123",
  })
  void thePathGivesTheName(URI url, String name) {
    assertThat(StatedNames.inPath(url)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://h.example/download.php?id=7", "https://h.example/a/Media.ASHX"})
  void aProgramOfTheHostIsNotTheFilesName(URI url) {
    assertThat(StatedNames.inPath(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://h.example", "https://h.example/", "https://h.example/a/?b=c"})
  void aPathWithoutALastSegmentGivesNone(URI url) {
    assertThat(StatedNames.inPath(url)).isEmpty();
  }

  @Property(tries = 2000)
  void noHeaderBreaksTheParser(@ForAll String header) {
    assertThat(StatedNames.inHeader("attachment; " + header)).isNotNull();
    assertThat(StatedNames.inHeader("attachment; filename*=" + header)).isNotNull();
  }
}
