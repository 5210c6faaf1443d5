package io.parley.ingress.file;

import io.parley.platform.file.OpenFile;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One file on its way to whoever asked for it. It is closed when it was sent, and also when its
 * reader went away before that; the second time does nothing.
 */
final class Download implements StreamingOutput, AutoCloseable {

  private static final int PIECE = 64 * 1024;

  private final OpenFile file;
  private final Runnable place;
  private final long deadline;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Begins now.
   *
   * @param place given back at the end
   */
  Download(OpenFile file, Runnable place, Duration timeLimit) {
    this.file = file;
    this.place = place;
    this.deadline = System.nanoTime() + timeLimit.toNanos();
  }

  /**
   * Sends the whole file.
   *
   * @throws IOException if it ends early; the connection must then break, because a length was
   *     promised
   */
  @Override
  public void write(OutputStream to) throws IOException {
    try (this) {
      byte[] piece = new byte[PIECE];
      long sent = 0;
      int read = file.content().read(piece);
      while (read >= 0) {
        sent += read;
        if (sent > file.file().size()) {
          throw new IOException("a stored file is longer than it was");
        }
        if (System.nanoTime() - deadline > 0) {
          throw new IOException("its reader takes too long");
        }
        to.write(piece, 0, read);
        read = file.content().read(piece);
      }
      if (sent < file.file().size()) {
        throw new EOFException("a stored file is shorter than it was");
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      try {
        file.close();
      } finally {
        place.run();
      }
    }
  }
}
