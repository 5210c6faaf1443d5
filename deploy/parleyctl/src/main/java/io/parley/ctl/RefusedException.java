package io.parley.ctl;

import java.util.List;

/** The server understood and said no. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  RefusedException(String summary, List<Finding> findings) {
    super(summary);
    this.findings = List.copyOf(findings);
  }

  /** What is wrong with the document; empty where it is not about one. */
  List<Finding> findings() {
    return findings;
  }
}
