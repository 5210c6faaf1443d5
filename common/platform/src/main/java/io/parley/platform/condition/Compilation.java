package io.parley.platform.condition;

import java.util.List;

/** What becomes of a rule's condition. */
public sealed interface Compilation {

  /** It can be evaluated. */
  record Compiled(CompiledCondition condition) implements Compilation {}

  /**
   * It is refused.
   *
   * @param findings why, at least one
   */
  record Refused(List<RuleFinding> findings) implements Compilation {

    public Refused {
      findings = List.copyOf(findings);
    }
  }

  /** Why it is refused; empty if it is not. */
  default List<RuleFinding> faults() {
    return switch (this) {
      case Compiled compiled -> List.of();
      case Refused refused -> refused.findings();
    };
  }
}
