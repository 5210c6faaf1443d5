package io.parley.platform.audit;

import java.util.Optional;

/**
 * What checking a chain came to.
 *
 * @param lines how many lines were looked at, up to and with the broken one
 * @param newest the last line that is sound; absent when there is none
 * @param broken where the chain breaks first; absent when it is whole
 */
public record Verdict(long lines, Optional<Anchor> newest, Optional<Break> broken) {

  /**
   * A place where the chain breaks.
   *
   * @param id number of the line; of the anchor's line when that is missing
   * @param reason what is wrong, for people
   */
  public record Break(long id, String reason) {}

  /** Whether nothing was changed, removed, put in or, as far as an anchor reaches, cut off. */
  public boolean isWhole() {
    return broken.isEmpty();
  }
}
