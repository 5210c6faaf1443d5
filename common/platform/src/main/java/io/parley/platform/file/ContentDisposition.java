package io.parley.platform.file;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;

/**
 * The Content-Disposition header under which a file is served (RFC 6266, RFC 8187). Only what a
 * browser shows without running anything is shown; all else, HTML and SVG above all, is saved.
 * Whoever serves files also sends {@code X-Content-Type-Options: nosniff}.
 */
public final class ContentDisposition {

  private static final Set<String> SHOWN =
      Set.of(
          "image/png",
          "image/jpeg",
          "image/gif",
          "image/webp",
          "image/avif",
          "image/heic",
          "application/pdf",
          "text/plain");

  private ContentDisposition() {}

  /** The header's value. */
  public static String of(StoredFile file) {
    String name = FileName.of(file.fileName()).value();
    String ascii =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^ !#$&'()+,\\-.0-9=@A-Z^_`a-z{}~\\[\\]]", "_");
    return (isShown(file.contentType()) ? "inline" : "attachment")
        + "; filename=\""
        + ascii
        + "\"; filename*=UTF-8''"
        + extended(name);
  }

  private static boolean isShown(String type) {
    return SHOWN.contains(type) || type.startsWith("audio/") || type.startsWith("video/");
  }

  private static String extended(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
