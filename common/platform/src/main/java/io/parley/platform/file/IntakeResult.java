package io.parley.platform.file;

/** What {@link FileIntake} did with a file. */
public sealed interface IntakeResult {

  /** It is stored. */
  record Stored(StoredFile file) implements IntakeResult {}

  /** It is not stored, and will not be. */
  record Refused(Refusal refusal) implements IntakeResult {}
}
