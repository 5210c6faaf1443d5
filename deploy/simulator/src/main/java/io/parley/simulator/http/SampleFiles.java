package io.parley.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Small files of the kinds that customers attach. */
public final class SampleFiles {

  private static final String JPEG =
      "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////"
          + "////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgB"
          + "AQABPxA=";
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5C"
          + "YII=";
  private static final String GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
  private static final String PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

  private SampleFiles() {}

  /** A file of this media type; a text where there is no sample. */
  public static byte[] of(String contentType) {
    return switch (contentType) {
      case "image/jpeg" -> Base64.getDecoder().decode(JPEG);
      case "image/png" -> Base64.getDecoder().decode(PNG);
      case "image/gif" -> Base64.getDecoder().decode(GIF);
      case "application/pdf" -> PDF.getBytes(StandardCharsets.US_ASCII);
      default -> "An attachment.".getBytes(StandardCharsets.US_ASCII);
    };
  }
}
