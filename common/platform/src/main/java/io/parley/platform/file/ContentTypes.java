package io.parley.platform.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** What the first bytes of a file, its name and its sender say of its type. Pure, thread-safe. */
final class ContentTypes {

  /**
   * What runs when it is opened, by content. A type stands for all that Tika counts among its
   * kinds, JSON excepted, which it counts among JavaScript.
   */
  private static final Set<String> BLOCKED =
      Set.of(
          "application/x-msdownload",
          "application/x-dosexec",
          "application/x-elf",
          "application/x-executable",
          "application/x-sharedlib",
          "application/x-object",
          "application/java-vm",
          Packages.JAVA,
          "application/x-dex",
          "application/wasm",
          "application/x-sh",
          "application/x-csh",
          "application/x-shar",
          "text/javascript",
          "text/x-perl",
          "text/x-php",
          "text/x-python",
          "text/x-ruby",
          "text/x-tcl",
          "text/x-vbscript",
          "text/x-vbasic",
          Packages.INSTALLER,
          Packages.MACROS,
          "application/vnd.ms-word.document.macroenabled.12",
          "application/vnd.ms-excel.sheet.macroenabled.12",
          "application/vnd.ms-powerpoint.presentation.macroenabled.12",
          "application/vnd.ms-htmlhelp",
          "application/vnd.ms-cab-compressed",
          "application/x-apple-diskimage",
          "application/x-iso9660-image",
          "application/x-debian-package",
          "application/x-rpm",
          "application/x-shockwave-flash",
          "application/x-ms-application",
          "application/x-ms-xbap",
          "application/x-ms-shortcut",
          "application/x-mswinurl",
          "application/x-bat");

  /** Begins the names of a dozen kinds that are no kinds of each other. */
  private static final String MACH_O = "x-mach-o";

  /** Kinds that Tika has no bytes for, or not these; in lower case. */
  private static final Map<String, String> FIRST_BYTES =
      Map.of(
          "l\0\0\0\u0001\u0014\u0002\0", "application/x-ms-shortcut",
          "[internetshortcut]", "application/x-mswinurl",
          "@echo off", "application/x-bat");

  /** Names in use that Tika does not know as such. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "image/jpg", "image/jpeg",
          "image/pjpeg", "image/jpeg",
          "audio/mp3", "audio/mpeg",
          "audio/x-m4a", "audio/mp4");

  /** RFC 6838 §4.2. Tika reads more, which could not be served: the name goes into a header. */
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}");

  private static final Set<String> VAGUE =
      Set.of("application/octet-stream", "text/plain", "application/zip", "application/xml");

  private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
  private final MediaTypeRegistry registry = types.getMediaTypeRegistry();

  /** What the content is, made more exact by its name where that fits the content. */
  MediaType detected(FileContent content, @Nullable String name) {
    if (content.packaged() != null) {
      return MediaType.parse(content.packaged());
    }
    String start =
        new String(
                content.head(), 0, Math.min(20, content.head().length), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> kind : FIRST_BYTES.entrySet()) {
      if (start.startsWith(kind.getKey())) {
        return MediaType.parse(kind.getValue());
      }
    }
    Metadata hints = new Metadata();
    if (name != null) {
      hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    }
    try {
      return types.detect(new ByteArrayInputStream(content.head()), hints);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }

  /** A media type as somebody stated it, under its usual name and without parameters. */
  Optional<MediaType> stated(@Nullable String stated) {
    MediaType type = stated == null ? null : MediaType.parse(stated.strip());
    if (type == null) {
      return Optional.empty();
    }
    String name = type.getBaseType().toString();
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        registry.normalize(
            Optional.ofNullable(MediaType.parse(ALIASES.getOrDefault(name, name))).orElse(type)));
  }

  /**
   * Whether a file can be both. A stated type may be more exact than the content shows (any text is
   * plain text), and one container holds sound as well as pictures.
   */
  boolean agree(MediaType stated, MediaType detected) {
    return stated.equals(detected)
        || registry.isInstanceOf(detected, stated)
        || registry.isInstanceOf(stated, detected)
        || sameContainer(stated, detected);
  }

  private boolean sameContainer(MediaType stated, MediaType detected) {
    return container(stated).equals(container(detected));
  }

  private static String container(MediaType type) {
    return switch (type.getType()) {
      case "audio", "video", "application" ->
          switch (type.getSubtype()) {
            case "mp4", "quicktime", "x-m4v", "3gpp", "3gpp2" -> "quicktime";
            case "webm", "x-matroska" -> "matroska";
            case "ogg", "opus", "vorbis" -> "ogg";
            default -> registered(type);
          };
      default -> registered(type);
    };
  }

  /** What is registered today had a name with x- before. */
  private static String registered(MediaType type) {
    return type.getType() + "/" + type.getSubtype().replaceFirst("^x-", "");
  }

  /** The type under which a file is served of which both are true. */
  String served(MediaType stated, MediaType detected) {
    MediaType detectedBase = detected.getBaseType();
    return VAGUE.contains(stated.toString()) ? servable(detectedBase) : stated.toString();
  }

  /** Tika's own names mean nothing to others. */
  String servable(MediaType detected) {
    MediaType type = detected.getBaseType();
    while (type.getSubtype().startsWith("x-tika")) {
      type = Optional.ofNullable(registry.getSupertype(type)).orElse(MediaType.OCTET_STREAM);
    }
    return type.toString();
  }

  /** Whether it is, or is a kind of, what runs when it is opened. */
  boolean isBlocked(MediaType type) {
    for (MediaType kind = type.getBaseType();
        kind != null && !kind.getSubtype().equals("json");
        kind = registry.getSupertype(kind)) {
      if (BLOCKED.contains(kind.toString()) || kind.getSubtype().startsWith(MACH_O)) {
        return true;
      }
    }
    return false;
  }

  /** The usual extension, without the dot; empty where there is none. */
  String extension(String type) {
    try {
      String extension = types.forName(type).getExtension();
      return extension.isEmpty() ? "" : extension.substring(1);
    } catch (MimeTypeException e) {
      return "";
    }
  }
}
