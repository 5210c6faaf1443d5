package io.parley.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Tells what a package of parts is, by its parts: ZIP (Java, Android, Office) and OLE 2 (older
 * Office, installers). Their first bytes do not say; a ZIP may even follow something else, such as
 * a picture.
 */
final class Packages {

  static final String JAVA = "application/java-archive";
  static final String INSTALLER = "application/x-ms-installer";
  static final String MACROS = "application/vnd.ms-office.vbaproject";

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  private static final byte[] OLE = bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
  private static final byte[] ZIP = bytes('P', 'K', 3, 4);

  /** The class of Windows Installer packages: 000C1084-0000-0000-C000-000000000046. */
  private static final byte[] INSTALLER_CLASS =
      bytes(0x84, 0x10, 0x0C, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46);

  /** Name of the stream that every VBA project has. */
  private static final byte[] VBA_STREAM = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);

  private static final int BUFFER = 64 * 1024;

  /** Kinds of ZIP, each with the end of the name of a part that only it has; the first wins. */
  private enum Kind {
    ANDROID_MANIFEST("application/vnd.android.package-archive", "AndroidManifest.xml"),
    ANDROID_CODE("application/vnd.android.package-archive", "classes.dex"),
    JAVA_MANIFEST(JAVA, "META-INF/MANIFEST.MF"),
    JAVA_CODE(JAVA, ".class"),
    OFFICE_MACROS(MACROS, "vbaProject.bin"),
    WORD(OFFICE + "wordprocessingml.document", "word/document.xml"),
    EXCEL(OFFICE + "spreadsheetml.sheet", "xl/workbook.xml"),
    POWERPOINT(OFFICE + "presentationml.presentation", "ppt/presentation.xml");

    private final String type;
    private final String part;

    Kind(String type, String part) {
      this.type = type;
      this.part = part;
    }

    static Stream<Kind> of(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      return Arrays.stream(values())
          .filter(kind -> lower.endsWith(kind.part.toLowerCase(Locale.ROOT)));
    }
  }

  private Packages() {}

  /** Empty where it is no package or one of no special kind. */
  static Optional<String> typeOf(Path file, byte[] head) throws IOException {
    if (startsWith(head, OLE)) {
      return ofOle(file);
    }
    // In this character set, every name can be read.
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      return first(zip.stream().map(ZipEntry::getName).flatMap(Kind::of));
    } catch (ZipException | IllegalArgumentException e) {
      return startsWith(head, ZIP) ? ofBrokenZip(file) : Optional.empty();
    }
  }

  private static Optional<String> first(Stream<Kind> kinds) {
    Set<Kind> found = kinds.collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    return found.stream().map(kind -> kind.type).findFirst();
  }

  /** What the JDK cannot read, others may. Names stand uncompressed in a ZIP. */
  private static Optional<String> ofBrokenZip(Path file) throws IOException {
    for (Kind kind : Kind.values()) {
      if (contains(file, kind.part.getBytes(StandardCharsets.US_ASCII))) {
        return Optional.of(kind.type);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofOle(Path file) throws IOException {
    if (contains(file, INSTALLER_CLASS)) {
      return Optional.of(INSTALLER);
    }
    return contains(file, VBA_STREAM) ? Optional.of(MACROS) : Optional.empty();
  }

  private static boolean contains(Path file, byte[] wanted) throws IOException {
    byte[] buffer = new byte[BUFFER];
    int kept = 0;
    try (InputStream content = Files.newInputStream(file)) {
      for (int read = content.readNBytes(buffer, 0, BUFFER);
          read > 0;
          read = content.readNBytes(buffer, kept, BUFFER - kept)) {
        int length = kept + read;
        if (contains(buffer, length, wanted)) {
          return true;
        }
        // It may begin in this part and end in the next.
        kept = Math.min(length, wanted.length - 1);
        System.arraycopy(buffer, length - kept, buffer, 0, kept);
      }
      return false;
    }
  }

  private static boolean contains(byte[] bytes, int length, byte[] wanted) {
    for (int start = 0; start + wanted.length <= length; start++) {
      if (bytes[start] == wanted[0]
          && Arrays.equals(bytes, start, start + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int index = 0; index < values.length; index++) {
      bytes[index] = (byte) values[index];
    }
    return bytes;
  }
}
