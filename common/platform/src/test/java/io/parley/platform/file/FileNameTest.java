package io.parley.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "photo.jpg → photo.jpg",
        "Bericht März 2026.pdf → Bericht März 2026.pdf",
        "../../etc/passwd → passwd",
        "'C:\\Users\\x\\a.txt' → a.txt",
        "'  .hidden. . ' → hidden",
        "a<b>|c?.txt → a_b__c_.txt",
        "'a\u0000b\r\nc.txt' → ab c.txt",
        "'photo\u202Egpj.exe' → photogpj.exe",
        "'a\u200B.p\u00ADdf' → a.pdf",
        "CON → _CON",
        "lpt1.txt → _lpt1.txt",
        "100%.txt → 100_.txt",
        "A\u200B\u0300.txt → \u00c0.txt",
        "... → file",
        "/ → file",
      })
  void aNameIsMadeSafe(String stated, String safe) {
    assertThat(FileName.of(stated).value()).isEqualTo(safe);
  }

  @Test
  void aMissingNameIsFile() {
    assertThat(FileName.of(null).value()).isEqualTo("file");
  }

  @Test
  void aLongNameKeepsItsExtension() {
    String name = FileName.of("ü".repeat(300) + ".jpeg").value();

    assertThat(name).startsWith("üü").endsWith("ü.jpeg");
    assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(178, 180);
  }

  @Test
  void anExtensionIsAddedOnlyWhereThereIsNone() {
    assertThat(FileName.of("ME123").orExtension("jpg").value()).isEqualTo("ME123.jpg");
    assertThat(FileName.of("a.pdf").orExtension("jpg").value()).isEqualTo("a.pdf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "setup.exe",
        "SETUP.EXE",
        "invoice.pdf.exe",
        "a.exe.",
        "a.exe. . .",
        "a.exe\u00A0",
        "a.exe\t",
        "a. exe",
        "a.e\u200Bxe",
        "photo\u202Egpj.exe",
        "photo\u202Egpj.exe\u202C",
        "a.exe\u0000.pdf",
        "a.exe\n.pdf",
        "a.exe:b.pdf",
        "a.exe::$DATA",
        "b.pdf:a.exe",
        "folder/a.exe",
        "folder\\a.exe",
        "a.ｅｘｅ",
        "a．exe",
        ".exe",
      })
  void noDisguiseHidesAnExtension(String stated) {
    assertThat(FileName.extensionsOf(stated)).contains("exe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exe", "a.exe.pdf", "www.example.com.pdf", "exe/a.pdf", "a.exes"})
  void whatOnlyLooksLikeAnExtensionIsNone(String stated) {
    assertThat(FileName.extensionsOf(stated)).doesNotContain("exe", "com");
  }

  @Property(tries = 2000)
  void whateverIsStatedTheNameIsSafeAndStaysAsItIs(@ForAll String stated) {
    String name = FileName.of(stated).value();

    assertThat(name)
        .isNotBlank()
        .doesNotContainPattern("[\\p{C}/\\\\<>:\"|?*%;]")
        .doesNotStartWith(".")
        .doesNotEndWith(".");
    assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(180);
    assertThat(FileName.of(name).value()).isEqualTo(name);
  }
}
