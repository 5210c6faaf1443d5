package io.parley.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A content on its way into a store: written to a temporary file of its own, so that its size and
 * digest are known before anything is stored. Closing removes the temporary file.
 */
record Spool(Path path, long size, String sha256) implements AutoCloseable {

  private static final int BUFFER = 64 * 1024;

  /**
   * Reads the content to its end, and the temporary file is on the disk when this returns.
   *
   * @param folder for the temporary file; made when missing
   * @throws FileTooLargeException as soon as there are more than {@code largest} bytes
   */
  static Spool of(Path folder, InputStream content, long largest) throws IOException {
    Files.createDirectories(folder);
    Path path = Files.createTempFile(folder, "parley-", ".part");
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      long size = 0;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        if (size > largest) {
          throw new FileTooLargeException(largest);
        }
        digest.update(buffer, 0, read);
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
      }
      file.force(true);
      return new Spool(path, size, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path);
      throw e;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** What is known of the file once it is stored. */
  StoredFile stored(NewFile file, Instant at) {
    return new StoredFile(
        file.id(), file.fileName(), file.contentType(), file.statedType(), size, sha256, at);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
