package io.parley.platform.file;

/**
 * A file that is not taken.
 *
 * @param reason for programs
 * @param explanation for people: one sentence, without the file's name or URL
 */
public record Refusal(RefusalReason reason, String explanation) {

  private static final long MEBIBYTE = 1024 * 1024;

  /** The file has more bytes than are allowed. */
  public static Refusal tooLarge(long largest) {
    return new Refusal(
        RefusalReason.TOO_LARGE, "The file is larger than the " + size(largest) + " allowed.");
  }

  private static String size(long bytes) {
    return bytes >= MEBIBYTE && bytes % MEBIBYTE == 0
        ? bytes / MEBIBYTE + " MiB"
        : bytes + " bytes";
  }
}
