package io.parley.platform.file;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file's name made safe to store, to show and to send: one path segment without control and
 * invisible characters (such as the right-to-left override), without what a file system or a shell
 * understands, without blanks and dots at its ends, at most 180 bytes of UTF-8.
 *
 * @param value the name, never empty
 */
record FileName(String value) {

  private static final int LONGEST = 180;
  private static final int LONGEST_EXTENSION = 16;
  private static final String UNNAMED = "file";

  private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);

  /**
   * Control, format (bidirectional, zero-width), private-use, unpaired and unassigned characters.
   */
  private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern SPECIAL = Pattern.compile("[<>:\"|?*%;]");
  private static final Pattern ENDS = Pattern.compile("^[.\\s\\p{Z}]+|[.\\s\\p{Z}]+$");

  /** Where some system ends a name early: a control character, an alternate stream of NTFS. */
  private static final Pattern CUTS = Pattern.compile("[\\p{Cc}:]");

  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  /** The safe form of a name as somebody stated it; "file" where nothing is left of it. */
  static FileName of(@Nullable String stated) {
    String name = FOLDERS.matcher(stated == null ? "" : stated).replaceFirst("");
    name = BLANKS.matcher(name).replaceAll(" ");
    name = INVISIBLE.matcher(name).replaceAll("");
    name = Normalizer.normalize(name, Normalizer.Form.NFC);
    name = BLANKS.matcher(name).replaceAll(" ");
    name = SPECIAL.matcher(name).replaceAll("_");
    name = ENDS.matcher(name).replaceAll("");
    if (RESERVED.matcher(name).matches()) {
      name = "_" + name;
    }
    return new FileName(name.isEmpty() ? UNNAMED : ENDS.matcher(shortened(name)).replaceAll(""));
  }

  /**
   * Every extension that some system may see in a name as it was stated, in lower case without the
   * dot: the last one, and the last one of what is left where the name is cut early.
   */
  static Set<String> extensionsOf(@Nullable String stated) {
    Set<String> extensions = new LinkedHashSet<>();
    if (stated != null) {
      // Compatibility forms: a full-width "exe" is still one for Windows.
      String name = Normalizer.normalize(stated, Normalizer.Form.NFKC);
      extensions.add(extensionIn(name));
      CUTS.splitAsStream(name).map(FileName::extensionIn).forEach(extensions::add);
    }
    extensions.remove("");
    return extensions;
  }

  /** A name that begins with its only dot is all extension for some. */
  private static String extensionIn(String name) {
    return of("x" + FOLDERS.matcher(name).replaceFirst("")).extension();
  }

  /** What follows the last dot, in lower case; empty without a dot. */
  String extension() {
    int dot = value.lastIndexOf('.');
    return dot < 0 ? "" : value.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
  }

  /** This name with an extension where it has none. */
  FileName orExtension(String extension) {
    return extension().isEmpty() && !extension.isEmpty()
        ? new FileName(shortened(value + "." + extension))
        : this;
  }

  private static String shortened(String name) {
    if (bytes(name) <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String end = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
    StringBuilder start = new StringBuilder();
    int room = LONGEST - bytes(end);
    for (int character : name.substring(0, name.length() - end.length()).codePoints().toArray()) {
      room -= bytes(Character.toString(character));
      if (room < 0) {
        break;
      }
      start.appendCodePoint(character);
    }
    return start.toString().strip() + end;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
