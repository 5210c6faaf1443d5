package io.parley.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileRulesTest {

  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final FileRules rules = new FileRules(5_242_880, FileRules.DEFAULT_BLOCKED_EXTENSIONS);

  private final Path folder;

  FileRulesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<Arguments> allowed() {
    return Stream.of(
        // stated name, stated type, content → name, served type, contradicted type
        arguments("a.png", "image/png", Contents.PNG, "a.png", "image/png", null),
        arguments("ME12", "image/jpeg", Contents.JPEG, "ME12.jpg", "image/jpeg", null),
        arguments("a.jpg", "image/jpg", Contents.JPEG, "a.jpg", "image/jpeg", null),
        arguments("a.jpg", "IMAGE/JPEG; q=1", Contents.JPEG, "a.jpg", "image/jpeg", null),
        arguments("a.png", "image/png", Contents.JPEG, "a.png", "image/jpeg", "image/png"),
        arguments("a.pdf", null, Contents.PDF, "a.pdf", "application/pdf", null),
        arguments(
            "a.pdf", "application/octet-stream", Contents.PDF, "a.pdf", "application/pdf", null),
        arguments("a.pdf", "nonsense", Contents.PDF, "a.pdf", "application/pdf", null),
        arguments(
            "a.jpg",
            "image/jpeg",
            Contents.text("<html><body>x"),
            "a.jpg",
            "text/html",
            "image/jpeg"),
        arguments("a.mp4", "video/mp4", Contents.MP4, "a.mp4", "video/mp4", null),
        arguments("a.m4a", "audio/mp4", Contents.MP4, "a.m4a", "audio/mp4", null),
        arguments("a.ogg", "audio/ogg", Contents.OGG, "a.ogg", "audio/ogg", null),
        arguments("a.amr", "audio/amr", Contents.AMR, "a.amr", "audio/amr", null),
        arguments("a.txt", "text/plain", Contents.text("hello"), "a.txt", "text/plain", null),
        arguments("a.csv", "text/csv", Contents.text("a,b\n1,2\n"), "a.csv", "text/csv", null),
        arguments("a.csv", "text/plain", Contents.text("a,b\n1,2\n"), "a.csv", "text/csv", null),
        arguments(
            "a.json",
            "application/json",
            Contents.text("{\"a\":1}"),
            "a.json",
            "application/json",
            null),
        arguments(
            "a.vcf",
            "text/vcard",
            Contents.text("BEGIN:VCARD\nVERSION:3.0\n"),
            "a.vcf",
            "text/vcard",
            null),
        arguments(
            "a.zip", "application/zip", Contents.zip("b.txt"), "a.zip", "application/zip", null),
        arguments(
            "a.zip",
            "application/zip",
            truncated(Contents.zip("b.txt", "c.txt")),
            "a.zip",
            "application/zip",
            null),
        arguments(
            "a.zip",
            "application/zip",
            Contents.zip("M\u00e4rz\u6708.txt"),
            "a.zip",
            "application/zip",
            null),
        arguments("a", DOCX, Contents.zip("x", "word/document.xml"), "a.docx", DOCX, null),
        arguments("a.docx", null, Contents.zip("x", "word/document.xml"), "a.docx", DOCX, null),
        arguments(
            "a.xyz",
            "application/x-unheard-of",
            new byte[] {1, 2, 3},
            "a.xyz",
            "application/x-unheard-of",
            null));
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void anAllowedFileIsServedAsWhatItIs(
      String name,
      @Nullable String stated,
      byte[] content,
      String safeName,
      String served,
      @Nullable String contradicted)
      throws IOException {
    assertThat(judge(name, stated, content))
        .isEqualTo(new FileVerdict.Allowed(safeName, served, contradicted));
  }

  static Stream<Arguments> blocked() {
    return Stream.of(
        arguments("Windows program", Contents.EXE),
        arguments("Linux program", Contents.ELF),
        arguments("macOS program", Contents.MACH_O),
        arguments("Java class", Contents.CLASS),
        arguments("WebAssembly", Contents.WASM),
        arguments("Java archive", Contents.zip("META-INF/MANIFEST.MF", "a/B.class")),
        arguments("Java archive, late manifest", Contents.zip("x.png", "META-INF/MANIFEST.MF")),
        arguments("Java archive without manifest", Contents.zip("x.png", "a/B.class")),
        arguments("Android package", Contents.zip("x.png", "AndroidManifest.xml", "classes.dex")),
        arguments("Java archive behind a picture", behind(Contents.PNG, Contents.zip("a/B.class"))),
        arguments("Java archive, truncated", truncated(Contents.zip("x.png", "a/B.class", "c"))),
        arguments("macros, truncated", truncated(Contents.zip("x", "xl/vbaProject.bin", "c"))),
        arguments("macros", Contents.zip("[Content_Types].xml", "word/vbaProject.bin")),
        arguments(
            "macros, older",
            Contents.ole(2048, "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE))),
        arguments(
            "macros, older, far behind",
            Contents.ole(3 * 65_536 - 7, "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE))),
        arguments(
            "Windows Installer",
            Contents.ole(2048, Contents.hex("84100c0000000000c000000000000046"))),
        arguments("shell script", Contents.text("#!/bin/sh\nrm -rf /\n")),
        arguments("Python script", Contents.text("#!/usr/bin/env python3\nprint(1)\n")),
        arguments("Perl script", Contents.text("#!/usr/bin/perl\nprint 1;\n")),
        arguments("PHP script", Contents.text("<?php system($_GET['c']);\n")),
        arguments("batch file", Contents.text("@ECHO OFF\r\ndel c:\\\r\n")),
        arguments("shortcut", Contents.SHORTCUT),
        arguments("Internet shortcut", Contents.text("[InternetShortcut]\r\nURL=file://x\r\n")));
  }

  private static byte[] behind(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** Without its directory, which stands at the end. */
  private static byte[] truncated(byte[] zip) {
    return Arrays.copyOf(zip, zip.length - 40);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("blocked")
  void whatRunsIsRefusedWhateverItIsCalled(String kind, byte[] content) throws IOException {
    assertThat(judge("holiday.jpg", "image/jpeg", content))
        .as(kind)
        .isInstanceOfSatisfying(
            FileVerdict.Refused.class,
            refused -> {
              assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.BLOCKED_TYPE);
              assertThat(refused.refusal().explanation())
                  .startsWith("The file's content is of a kind that is not allowed (")
                  .doesNotContain("x-tika");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/\u043f\u043d\u0433", "image/a\u0001b"})
  void aStatedTypeThatNoHeaderTakesIsNotServed(String stated) throws IOException {
    assertThat(judge("a.dat", stated, new byte[] {1, 2, 3}))
        .isInstanceOfSatisfying(
            FileVerdict.Allowed.class,
            allowed -> {
              assertThat(allowed.contentType()).isEqualTo("application/octet-stream");
              assertThat(allowed.statedType()).isNull();
            });
  }

  @Test
  void aStatedTypeThatRunsIsRefusedWhereTheContentSaysNothing() throws IOException {
    assertThat(judge("a", "application/x-msdownload", new byte[] {1, 2, 3}))
        .isInstanceOf(FileVerdict.Refused.class);
    assertThat(judge("a", "text/javascript", Contents.text("alert(1)")))
        .isInstanceOf(FileVerdict.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.exe", "a.PS1", "a.pdf.vbs", "a.jar", "a.apk", "a.msi", "a.docm", "a.xlsm", "a.lnk",
        "a.hta", "a.sh", "a.js", "a.scr", "a.iso", "a.bat.", "a.url", "a.reg", "a.dmg"
      })
  void theDefaultListHoldsWhatRuns(String name) {
    assertThat(rules.refuseName(name))
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(RefusalReason.BLOCKED_TYPE);
              assertThat(refusal.explanation())
                  .matches("Files that end in \\.\\w+ are not allowed\\.");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.jpg", "a.jpeg", "a.png", "a.gif", "a.mp3", "a.oga", "a.ogg", "a.amr", "a.mp4", "a.pdf",
        "a.csv", "a.docx", "a.txt", "a.xlsx", "a.zip", "a.vcf", "a.webp", "a.heic", "a.ics", "a"
      })
  void theDefaultListHoldsNothingThatChannelsAllow(String name) {
    assertThat(rules.refuseName(name)).isEmpty();
  }

  @Test
  void aConfiguredListReplacesTheDefaultInWhateverForm() {
    FileRules own = new FileRules(10, Set.of(".PDF", " zip "));

    assertThat(own.refuseName("a.pdf")).isPresent();
    assertThat(own.refuseName("a.ZIP")).isPresent();
    assertThat(own.refuseName("a.exe")).isEmpty();
  }

  @Test
  void theLimitItselfIsAllowedAndOneByteMoreIsNot() {
    assertThat(rules.refuseSize(5_242_880)).isEmpty();
    assertThat(rules.refuseSize(5_242_881))
        .contains(
            new Refusal(RefusalReason.TOO_LARGE, "The file is larger than the 5 MiB allowed."));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 134_217_729})
  void aLimitOutsideItsBoundsIsRefused(long largest) {
    assertThatThrownBy(() -> new FileRules(largest, Set.of()))
        .hasMessageContaining("parley.files.largest");
  }

  private FileVerdict judge(String name, @Nullable String stated, byte[] content)
      throws IOException {
    Path file = Files.write(folder.resolve("content"), content);
    return rules.judge(name, stated, FileContent.of(file));
  }
}
