package io.parley.platform.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Beginnings of files of many kinds. */
public final class Contents {

  public static final byte[] PNG =
      hex("89504e470d0a1a0a0000000d494844520000000100000001080600000000");
  public static final byte[] JPEG =
      hex("ffd8ffe000104a46494600010100000100010000ffdb0043000302020302");
  public static final byte[] PDF = text("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n");
  public static final byte[] MP4 =
      hex("00000018667479706d703432000000006d70343269736f6d0000000866726565");
  public static final byte[] OGG =
      hex("4f67675300020000000000000000000000000000000000000000011e01");
  public static final byte[] AMR = text("#!AMR\n\u003c\u0008");
  public static final byte[] EXE = padded("4d5a90000300000004000000ffff0000b8000000", 512);
  public static final byte[] ELF = padded("7f454c4602010100000000000000000002003e0001000000", 64);
  public static final byte[] MACH_O = padded("cffaedfe0700000103000000020000001000", 64);
  public static final byte[] CLASS = hex("cafebabe00000045001d0a0002000307");
  public static final byte[] DEX = text("dex\n035\0");
  public static final byte[] SHORTCUT = padded("4c0000000114020000000000c000000000000046", 76);
  public static final byte[] WASM = hex("0061736d01000000");

  private Contents() {}

  /** Text in ISO 8859-1. */
  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A ZIP with empty entries of these names. */
  public static byte[] zip(String... names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** An OLE 2 file with something in its directory, which stands anywhere. */
  public static byte[] ole(int position, byte[] directory) {
    byte[] file = padded("d0cf11e0a1b11ae1", position + 4096);
    System.arraycopy(directory, 0, file, position, directory.length);
    return file;
  }

  public static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] padded(String digits, int length) {
    return Arrays.copyOf(hex(digits), length);
  }
}
