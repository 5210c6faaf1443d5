package io.parley.admin.account;

import java.util.regex.Pattern;

/**
 * Matches a provider's pattern against what somebody typed, at a bounded cost: neither length nor
 * backtracking nor recursion of a pattern can keep the thread. Pure.
 */
final class BoundedMatch {

  /** Long enough for a service account's key file and for templates. */
  static final int LONGEST = 16_384;

  /** Patterns that are written with care look at each character a few times. */
  private static final int MOST_LOOKS = 2_000_000;

  private BoundedMatch() {}

  /** Whether the whole value fits; a value that would cost too much does not. */
  static boolean fits(String pattern, String value) {
    if (value.length() > LONGEST) {
      return false;
    }
    try {
      return Pattern.compile(pattern).matcher(new Counted(value)).matches();
    } catch (TooManyLooksException | StackOverflowError e) {
      return false;
    }
  }

  /** Text that can be looked at so often and no more. */
  private static final class Counted implements CharSequence {

    private final String text;
    private int looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++looks > MOST_LOOKS) {
        throw new TooManyLooksException();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class TooManyLooksException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyLooksException() {
      super("too many looks", null, false, false);
    }
  }
}
