package io.parley.platform.file;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stored file that is being read; to be closed.
 *
 * @param file what is known of it
 * @param content its bytes, from the first
 */
public record OpenFile(StoredFile file, InputStream content) implements AutoCloseable {

  @Override
  public void close() throws IOException {
    content.close();
  }
}
