package io.parley.platform.file;

import org.jspecify.annotations.Nullable;

/** What {@link FileRules} say of a file. */
public sealed interface FileVerdict {

  /**
   * It may be stored.
   *
   * @param fileName sanitised, with an extension where its type has one
   * @param contentType under which it is served: what its content is
   * @param statedType what its sender stated, only where the content contradicts it
   */
  record Allowed(String fileName, String contentType, @Nullable String statedType)
      implements FileVerdict {}

  /** It may not be stored. */
  record Refused(Refusal refusal) implements FileVerdict {}
}
