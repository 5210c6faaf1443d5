package io.parley.platform.file;

import java.io.IOException;

/** The file store did not answer, or not as expected; the same call may be made again. */
public final class FileStoreException extends IOException {

  private static final long serialVersionUID = 1L;

  FileStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
