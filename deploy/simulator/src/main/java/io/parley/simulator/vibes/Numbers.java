package io.parley.simulator.vibes;

import java.util.Optional;

/** Numbers of the United States and Canada. */
final class Numbers {

  private static final String NATIONAL = "[2-9][0-9]{2}[2-9][0-9]{6}";

  private Numbers() {}

  /** E.164 of 10 or 11 digits or of E.164 itself. */
  static Optional<String> normalised(String number) {
    if (number.matches("\\+1" + NATIONAL)) {
      return Optional.of(number);
    }
    if (number.matches("1" + NATIONAL)) {
      return Optional.of("+" + number);
    }
    return number.matches(NATIONAL) ? Optional.of("+1" + number) : Optional.empty();
  }
}
