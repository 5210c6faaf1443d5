package io.parley.platform.secrets;

import io.parley.channels.secrets.Keyset;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keyset that this instance works with. The file is read again every few seconds; a changed one
 * is in force as a whole or, where it is broken, not at all. Thread-safe.
 */
@ApplicationScoped
public class KeysetInForce {

  private static final Logger LOG = Logger.getLogger(KeysetInForce.class);

  private final SecretsConfiguration configuration;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Known known;
  private @Nullable String refused;

  KeysetInForce(SecretsConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * The keyset, read from its file at first.
   *
   * @throws IllegalStateException if there is no usable file
   */
  public Keyset current() {
    Known now = known;
    return now == null ? first().keyset() : now.keyset();
  }

  /** Reads the file now and answers what is in force then. */
  public Keyset refreshed() {
    Keyset before = current();
    reading.lock();
    try {
      String content = Files.readString(file());
      Known now = known;
      if (now == null || !content.equals(now.content())) {
        known = new Known(content, Keyset.parse(content));
        LOG.infof("Keyset changed. before=%s now=%s", before, current());
      }
      refused = null;
    } catch (IOException | IllegalArgumentException e) {
      refuse(e);
    } finally {
      reading.unlock();
    }
    return current();
  }

  /** Nothing to look after where nothing has asked for the keyset. */
  @Scheduled(
      every = "${parley.secrets.poll:PT5S}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    if (known != null) {
      refreshed();
    }
  }

  private Known first() {
    reading.lock();
    try {
      Known now = known;
      if (now == null) {
        String content = Files.readString(file());
        now = new Known(content, Keyset.parse(content));
        known = now;
      }
      return now;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "parley.secrets.keyset-file " + file() + " cannot be used: " + e.getMessage(), e);
    } finally {
      reading.unlock();
    }
  }

  /** Says so once, and again when it is another problem. */
  private void refuse(Exception e) {
    String problem = e.getClass().getSimpleName() + ": " + e.getMessage();
    if (!problem.equals(refused)) {
      refused = problem;
      LOG.errorf(
          "Keyset file cannot be used: the keyset read before stays in force. file=%s error=%s",
          file(), problem);
    }
  }

  private Path file() {
    return configuration
        .keysetFile()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "parley.secrets.keyset-file is not set: secret fields cannot be opened"));
  }

  private record Known(String content, Keyset keyset) {}
}
