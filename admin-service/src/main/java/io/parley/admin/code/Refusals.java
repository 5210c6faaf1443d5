package io.parley.admin.code;

import java.util.ArrayList;
import java.util.List;

/** Collects findings while a document is read. Not thread-safe. */
final class Refusals {

  private static final int MOST_REPORTED = 50;

  private final List<Finding> findings = new ArrayList<>();

  /** Notes one finding; reading may go on, unless enough has been found. */
  void add(Position position, Path path, String detail) {
    findings.add(new Finding(position, path.pointer(), detail));
    if (findings.size() == MOST_REPORTED) {
      throw new RefusedDocumentException(findings);
    }
  }

  /** Ends reading with one more finding. */
  RefusedDocumentException last(Position position, Path path, String detail) {
    findings.add(new Finding(position, path.pointer(), detail));
    return new RefusedDocumentException(findings);
  }

  void throwIfAny() {
    if (!findings.isEmpty()) {
      throw new RefusedDocumentException(findings);
    }
  }
}
