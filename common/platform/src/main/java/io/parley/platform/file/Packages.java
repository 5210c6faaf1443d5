package io.parley.platform.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Tells what a package of parts is, by its parts: ZIP (Java, Android, Office) and OLE 2 (older
 * Office, installers). Their first bytes do not say.
 */
final class Packages {

  static final String JAVA = "application/java-archive";
  static final String ANDROID = "application/vnd.android.package-archive";
  static final String INSTALLER = "application/x-ms-installer";
  static final String MACROS = "application/vnd.ms-office.vbaproject";

  private static final byte[] OLE = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  /** The class of Windows Installer packages: 000C1084-0000-0000-C000-000000000046. */
  private static final byte[] INSTALLER_CLASS = {
    (byte) 0x84, 0x10, 0x0C, 0, 0, 0, 0, 0, (byte) 0xC0, 0, 0, 0, 0, 0, 0, 0x46
  };

  /** Name of the stream that every VBA project has. */
  private static final byte[] VBA_STREAM = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);

  private Packages() {}

  /** Empty where it is no package or one of no special kind. */
  static Optional<String> typeOf(Path file, byte[] head) throws IOException {
    if (startsWith(head, OLE)) {
      return ofOle(file);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Set<String> names = new HashSet<>();
      zip.stream().map(ZipEntry::getName).map(n -> n.toLowerCase(Locale.ROOT)).forEach(names::add);
      return ofParts(names);
    } catch (ZipException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> ofParts(Set<String> names) {
    if (names.contains("androidmanifest.xml") || names.contains("classes.dex")) {
      return Optional.of(ANDROID);
    }
    if (names.contains("meta-inf/manifest.mf")
        || names.stream().anyMatch(name -> name.endsWith(".class"))) {
      return Optional.of(JAVA);
    }
    if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
      return Optional.of(MACROS);
    }
    if (names.contains("word/document.xml")) {
      return Optional.of(office("wordprocessingml.document"));
    }
    if (names.contains("xl/workbook.xml")) {
      return Optional.of(office("spreadsheetml.sheet"));
    }
    return names.contains("ppt/presentation.xml")
        ? Optional.of(office("presentationml.presentation"))
        : Optional.empty();
  }

  private static String office(String kind) {
    return "application/vnd.openxmlformats-officedocument." + kind;
  }

  private static Optional<String> ofOle(Path file) throws IOException {
    if (contains(file, INSTALLER_CLASS)) {
      return Optional.of(INSTALLER);
    }
    return contains(file, VBA_STREAM) ? Optional.of(MACROS) : Optional.empty();
  }

  /** Class and names lie in 128-byte entries, so neither is ever split. */
  private static boolean contains(Path file, byte[] wanted) throws IOException {
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
      for (byte[] entry = content.readNBytes(128);
          entry.length > 0;
          entry = content.readNBytes(128)) {
        if (indexOf(entry, wanted) >= 0) {
          return true;
        }
      }
      return false;
    }
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int start = 0; start + wanted.length <= bytes.length; start++) {
      int length = 0;
      while (length < wanted.length && bytes[start + length] == wanted[length]) {
        length++;
      }
      if (length == wanted.length) {
        return start;
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length && indexOf(Arrays.copyOf(bytes, start.length), start) == 0;
  }
}
