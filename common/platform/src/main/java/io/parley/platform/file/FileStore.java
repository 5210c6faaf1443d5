package io.parley.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps files for all services. A file is seen whole or not at all, also after the process that
 * wrote it was killed, and never changes. Methods block: call them on a virtual or worker thread.
 * They may be called by any number of threads and processes at the same time.
 *
 * <p>Every method throws {@link IOException} when the store does not answer; the same call may then
 * be made again.
 */
public interface FileStore {

  /**
   * Stores a file, durably. When the id is known already with the same content, nothing changes and
   * the file as it was stored first is returned.
   *
   * @param content read to its end, not closed
   * @param largest the most bytes that are taken
   * @throws FileTooLargeException if there are more; nothing is stored then
   * @throws FileConflictException if the id is known with another content
   */
  StoredFile put(NewFile file, InputStream content, long largest) throws IOException;

  /** What is known of a file; empty when there is none with this id. */
  Optional<StoredFile> find(UUID id) throws IOException;

  /** The file, to be read and closed; empty when there is none with this id. */
  Optional<OpenFile> open(UUID id) throws IOException;

  /** Whether there is a file with this id. */
  default boolean exists(UUID id) throws IOException {
    return find(id).isPresent();
  }

  /** Removes a file; false when there was none with this id. */
  boolean delete(UUID id) throws IOException;
}
