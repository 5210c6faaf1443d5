package io.parley.platform.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a chain line by line, from the oldest, and holds no more than the last of them. Lines
 * after the first break are not looked at. Not thread-safe.
 */
public final class ChainVerifier {

  private final Optional<Anchor> anchor;
  private long lines;
  private long lastId;
  private String lastHash = AuditChain.BEGIN;
  private boolean anchored;
  private Verdict.@Nullable Break broken;

  /** Begins with the first line of all. */
  public ChainVerifier(Optional<Anchor> anchor) {
    this.anchor = anchor;
  }

  /** Looks at the next line; says whether the chain is still whole. */
  public boolean accept(AuditLine line) {
    if (broken != null) {
      return false;
    }
    lines++;
    String wrong = wrong(line);
    if (wrong != null) {
      broken = new Verdict.Break(line.id(), wrong);
      return false;
    }
    anchored |= anchor.filter(kept -> kept.id() == line.id()).isPresent();
    lastId = line.id();
    lastHash = line.hash();
    return true;
  }

  /** What it came to, when there are no more lines. */
  public Verdict verdict() {
    Optional<Verdict.Break> found = Optional.ofNullable(broken);
    if (found.isEmpty() && anchor.isPresent() && !anchored) {
      found =
          Optional.of(new Verdict.Break(anchor.get().id(), "the line of the anchor is missing"));
    }
    Optional<Anchor> newest =
        lastId == 0 ? Optional.empty() : Optional.of(new Anchor(lastId, lastHash));
    return new Verdict(lines, newest, found);
  }

  private @Nullable String wrong(AuditLine line) {
    if (line.id() <= lastId) {
      return "its number does not follow";
    }
    if (!line.previousHash().equals(lastHash)) {
      return "it does not follow the line before: a line was removed, put in or moved";
    }
    if (!line.hash().equals(AuditChain.hash(line))) {
      return "its hash is not that of its content";
    }
    return anchor
        .filter(kept -> kept.id() == line.id() && !kept.hash().equals(line.hash()))
        .map(kept -> "its hash is not that of the anchor")
        .orElse(null);
  }
}
