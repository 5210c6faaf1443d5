package io.parley.channels.wire;

import java.util.Locale;
import java.util.stream.Stream;

/** Reads {@code Content-Type} headers. */
public final class ContentTypes {

  private ContentTypes() {}

  /** The media type alone, in lower case; empty when the header is. */
  public static String mediaType(String header) {
    return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Whether it names UTF-8 or no encoding at all. */
  public static boolean isUtf8(String header) {
    return Stream.of(header.split(";", -1))
        .skip(1)
        .map(parameter -> parameter.strip().toLowerCase(Locale.ROOT))
        .filter(parameter -> parameter.startsWith("charset="))
        .map(parameter -> parameter.substring("charset=".length()).replace("\"", "").strip())
        .allMatch("utf-8"::equals);
  }
}
