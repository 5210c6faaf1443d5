package io.parley.platform.file.fetch;

import io.parley.platform.file.Refusal;
import io.parley.platform.file.StoredFile;

/** How a fetch ended. */
public sealed interface FetchResult {

  /** The file is in the store. */
  record Stored(StoredFile file) implements FetchResult {}

  /** It is not taken; fetching it again would end the same way. */
  record Refused(Refusal refusal) implements FetchResult {}

  /**
   * It could not be fetched.
   *
   * @param explanation for people: one sentence, without the URL
   * @param retryable whether it may succeed later without a change
   */
  record Failed(String explanation, boolean retryable) implements FetchResult {}
}
