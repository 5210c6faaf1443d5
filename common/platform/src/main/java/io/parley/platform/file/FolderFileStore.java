package io.parley.platform.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Files in a folder, which all services share: {@code ab/cd/<id>.<sha256>} holds the content and
 * {@code ab/cd/<id>.json} what is known of it, where ab and cd are the last digits of the id (the
 * first ones of a version 7 UUID tell the time, so they would not spread). A file exists from the
 * moment on when its second part does; that one appears in one step and never replaces another.
 */
final class FolderFileStore implements FileStore {

  /** Much longer than any upload takes. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private static final long METADATA_LIMIT = 64 * 1024;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // A newer version may have written it.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path folder;
  private final Path unfinished;
  private final Clock clock;

  /**
   * Also removes what a killed process left unfinished more than a day ago.
   *
   * @throws IOException if the folder can be neither found nor made
   */
  FolderFileStore(Path folder, Clock clock) throws IOException {
    this.folder = folder.toAbsolutePath();
    this.unfinished = this.folder.resolve("unfinished");
    this.clock = clock;
    Files.createDirectories(unfinished);
    removeAbandoned();
  }

  @Override
  public StoredFile put(NewFile file, InputStream content, long largest) throws IOException {
    try (Spool spool = Spool.of(unfinished, content, largest)) {
      Optional<StoredFile> known = find(file.id());
      if (known.isPresent()) {
        return sameContent(known.get(), spool);
      }
      StoredFile stored = spool.stored(file, clock.instant());
      Path place = contentOf(stored);
      Files.createDirectories(shard(file.id()));
      Files.move(
          spool.path(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return publish(stored, spool, place);
    }
  }

  private StoredFile publish(StoredFile stored, Spool content, Path place) throws IOException {
    byte[] json = JSON.writeValueAsBytes(stored);
    try (Spool metadata = Spool.of(unfinished, new ByteArrayInputStream(json), METADATA_LIMIT)) {
      appear(metadata.path(), metadataOf(stored.id()));
      makeDurable(shard(stored.id()));
      return stored;
    } catch (FileAlreadyExistsException e) {
      StoredFile first =
          find(stored.id()).orElseThrow(() -> new IOException("stored and deleted meanwhile", e));
      if (!first.sha256().equals(stored.sha256())) {
        Files.deleteIfExists(place);
      }
      return sameContent(first, content);
    }
  }

  /** A rename would replace what another process has just written; a link does not. */
  private static void appear(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // Not every file system has links.
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static StoredFile sameContent(StoredFile known, Spool content) {
    if (!known.sha256().equals(content.sha256())) {
      throw new FileConflictException(known.id());
    }
    return known;
  }

  @Override
  public Optional<StoredFile> find(UUID id) throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(metadataOf(id)), StoredFile.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JacksonException e) {
      throw new FileStoreException("metadata of file " + id + " cannot be read", e);
    }
  }

  @Override
  public Optional<OpenFile> open(UUID id) throws IOException {
    Optional<StoredFile> file = find(id);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new OpenFile(file.get(), Files.newInputStream(contentOf(file.get()))));
    } catch (NoSuchFileException e) {
      if (exists(id)) {
        throw new FileStoreException("content of file " + id + " is missing", e);
      }
      return Optional.empty();
    }
  }

  @Override
  public boolean delete(UUID id) throws IOException {
    Optional<StoredFile> file = find(id);
    if (file.isEmpty()) {
      return false;
    }
    boolean deleted = Files.deleteIfExists(metadataOf(id));
    Files.deleteIfExists(contentOf(file.get()));
    return deleted;
  }

  private Path metadataOf(UUID id) {
    return shard(id).resolve(id + ".json");
  }

  private Path contentOf(StoredFile file) {
    return shard(file.id()).resolve(file.id() + "." + file.sha256());
  }

  private Path shard(UUID id) {
    String digits = id.toString();
    return folder.resolve(digits.substring(34)).resolve(digits.substring(32, 34));
  }

  private void makeDurable(Path shard) throws IOException {
    for (Path changed : new Path[] {shard, shard.getParent(), folder}) {
      try (FileChannel names = FileChannel.open(changed, StandardOpenOption.READ)) {
        names.force(true);
      } catch (AccessDeniedException e) {
        // Windows opens no folder; there, names are durable without it.
        return;
      }
    }
  }

  private void removeAbandoned() throws IOException {
    Instant before = clock.instant().minus(ABANDONED);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(unfinished)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
