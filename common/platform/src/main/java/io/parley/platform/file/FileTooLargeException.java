package io.parley.platform.file;

import java.io.IOException;

/** A file has more bytes than are allowed. */
public final class FileTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  FileTooLargeException(long largest) {
    super("more than " + largest + " bytes");
  }
}
