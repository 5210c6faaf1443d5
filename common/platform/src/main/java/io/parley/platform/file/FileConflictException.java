package io.parley.platform.file;

import java.util.UUID;

/** An id was given to two different contents; the first stays. */
public final class FileConflictException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  FileConflictException(UUID id) {
    super("file " + id + " is stored with another content");
  }
}
