package io.parley.channels.secrets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a command line does with a keyset file. Rotation is: {@link #add}, wait until every service
 * has read the file (they look every few seconds), {@link #promote}, wait until admin-service has
 * encrypted everything anew, {@link #remove} the old key. Whatever is refused throws {@link
 * IllegalArgumentException} with a message for people, and the file stays as it was.
 */
public final class KeysetCommands {

  private final KeysetFile file;
  private final Consumer<String> output;

  /**
   * Commands on one file.
   *
   * @param output gets what is to be printed, line by line; never key material
   */
  public KeysetCommands(Path file, Consumer<String> output) {
    this.file = new KeysetFile(file);
    this.output = output;
  }

  /** Makes a file with one key; refuses to replace one. */
  public void create() throws IOException {
    Keyset created = Keyset.create();
    file.create(created);
    output.accept("Created. primary=" + created.primaryId());
  }

  /** Adds a key that does not encrypt yet, and answers its id. */
  public long add() throws IOException {
    List<Keyset.Key> keys = file.change(Keyset::withNewKey).keys();
    long id = keys.get(keys.size() - 1).id();
    output.accept(
        "Added. id=" + id + " (decrypts; promote it when every service has read the file)");
    return id;
  }

  /** Encrypts with this key from now on. */
  public void promote(long id) throws IOException {
    file.change(keyset -> keyset.withPrimary(id));
    output.accept("Promoted. primary=" + id);
  }

  /** Lets a key decrypt nothing, for the time being. Refused while values are under it. */
  public void disable(long id, KeyUsage usage) throws IOException {
    requireUnused(id, usage);
    file.change(keyset -> keyset.withEnabled(id, false));
    output.accept("Disabled. id=" + id);
  }

  /** Lets a disabled key decrypt again. */
  public void enable(long id) throws IOException {
    file.change(keyset -> keyset.withEnabled(id, true));
    output.accept("Enabled. id=" + id);
  }

  /** Removes a key for good. Refused while values are under it. */
  public void remove(long id, KeyUsage usage) throws IOException {
    requireUnused(id, usage);
    file.change(keyset -> keyset.without(id));
    output.accept("Removed. id=" + id);
  }

  /** Prints every key, without its material. */
  public void list() throws IOException {
    for (Keyset.Key key : file.read().keys()) {
      output.accept(
          key.id()
              + (key.enabled() ? " enabled" : " disabled")
              + (key.primary() ? " primary" : ""));
    }
  }

  private static void requireUnused(long id, KeyUsage usage) throws IOException {
    long values = usage.valuesUnder(id);
    if (values > 0) {
      throw new IllegalArgumentException(
          "key "
              + id
              + " still opens "
              + values
              + " stored values: promote another key and wait until they are encrypted anew");
    }
  }
}
