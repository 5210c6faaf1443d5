package io.parley.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one way by which files from outside get into the store: uploads of agents as well as what is
 * fetched from providers. Blocks: call it on a virtual or worker thread.
 */
public final class FileIntake {

  private final FileRules rules;
  private final FileStore store;
  private final Path spoolFolder;

  /**
   * @param spoolFolder where a content lies until it has been looked at
   */
  public FileIntake(FileRules rules, FileStore store, Path spoolFolder) {
    this.rules = rules;
    this.store = store;
    this.spoolFolder = spoolFolder;
  }

  /**
   * Looks at a file and stores it if the rules allow it.
   *
   * @param id chosen by the caller; the same call may be made again
   * @param statedName its name as its sender states it, in any form
   * @param statedType its media type as its sender states it
   * @param content read until it ends or is too large, not closed
   * @throws FileStoreException if the store does not answer
   * @throws IOException if the content cannot be read
   * @throws FileConflictException if the id is known with another content
   */
  public IntakeResult accept(
      UUID id, @Nullable String statedName, @Nullable String statedType, InputStream content)
      throws IOException {
    Optional<Refusal> byName = rules.refuseName(statedName);
    if (byName.isPresent()) {
      return new IntakeResult.Refused(byName.get());
    }
    try (Spool spool = Spool.of(spoolFolder, content, rules.largest())) {
      return switch (rules.judge(statedName, statedType, FileContent.of(spool.path()))) {
        case FileVerdict.Refused(Refusal refusal) -> new IntakeResult.Refused(refusal);
        case FileVerdict.Allowed(String name, String type, String contradicted) ->
            new IntakeResult.Stored(store(new NewFile(id, name, type, contradicted), spool));
      };
    } catch (FileTooLargeException e) {
      return new IntakeResult.Refused(Refusal.tooLarge(rules.largest()));
    }
  }

  private StoredFile store(NewFile file, Spool spool) throws IOException {
    try (InputStream content = Files.newInputStream(spool.path())) {
      return store.put(file, content, rules.largest());
    } catch (FileStoreException e) {
      throw e;
    } catch (IOException e) {
      throw new FileStoreException("file " + file.id() + " cannot be stored", e);
    }
  }
}
