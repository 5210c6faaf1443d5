package io.parley.platform.condition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds what somebody probably meant, by the number of letters that differ. */
final class Nearest {

  private Nearest() {}

  /** The nearest known name, if at most a third of the letters must change, or case alone. */
  static Optional<String> to(String stated, Collection<String> known) {
    String wanted = stated.toLowerCase(Locale.ROOT);
    record Candidate(String name, int distance) {}
    // A long text is no misspelt name, and comparing it would cost much.
    return wanted.length() > 200
        ? Optional.empty()
        : known.stream()
            .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
            .filter(candidate -> candidate.distance() <= Math.max(1, wanted.length() / 3))
            .min(Comparator.comparingInt(Candidate::distance))
            .map(Candidate::name);
  }

  private static int distance(String one, String other) {
    int[] row = IntStream.rangeClosed(0, other.length()).toArray();
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(diagonal + change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
