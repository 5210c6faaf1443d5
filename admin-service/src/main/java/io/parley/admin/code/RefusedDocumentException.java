package io.parley.admin.code;

import java.util.List;

/** A text is no document that can be worked with. */
public final class RefusedDocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  RefusedDocumentException(List<Finding> findings) {
    super(findings.size() + " findings, first: " + findings.getFirst(), null, false, false);
    this.findings = List.copyOf(findings);
  }

  /** What is wrong, at least one, in the order of the document. */
  public List<Finding> findings() {
    return findings;
  }
}
