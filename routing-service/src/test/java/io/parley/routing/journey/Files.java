package io.parley.routing.journey;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Small real files. */
final class Files {

  /** A picture of one pixel. */
  static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=");

  /** The beginning of a program for Windows. */
  static final byte[] PROGRAM = program();

  static final byte[] PAGE =
      "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

  private Files() {}

  private static byte[] program() {
    byte[] bytes = new byte[256];
    bytes[0] = 'M';
    bytes[1] = 'Z';
    bytes[60] = (byte) 128;
    bytes[128] = 'P';
    bytes[129] = 'E';
    return bytes;
  }
}
