package io.parley.platform.file;

import java.io.IOException;
import java.nio.file.Path;

/** Stores for tests of other packages. */
public final class Stores {

  private Stores() {}

  /** A store in a folder. */
  public static FileStore inFolder(Path folder) throws IOException {
    return new FolderFileStore(folder, new MovableClock());
  }
}
