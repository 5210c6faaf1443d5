package io.parley.admin.deadletter;

import io.parley.admin.validation.Findings;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the list is wanted.
 *
 * @param limit at most this many, 1 to 200
 * @param after where the page before ended
 * @param filter which letters
 */
record LetterRequest(int limit, Optional<Cursor> after, LetterFilter filter) {

  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  /**
   * Reads the query parameters as they came.
   *
   * @throws io.parley.platform.problem.ProblemException if one is wrong
   */
  static LetterRequest parse(
      @Nullable String limit,
      @Nullable String after,
      @Nullable String account,
      @Nullable String provider,
      @Nullable String since) {
    Findings findings = Findings.none();
    LetterRequest request =
        new LetterRequest(
            limit(limit, findings),
            after(after, findings),
            LetterFilter.parse(account, provider, since, findings));
    findings.refuseIfAny();
    return request;
  }

  private static int limit(@Nullable String limit, Findings findings) {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    int number = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
    if (number < 1 || number > HIGHEST_LIMIT) {
      findings.add("limit", "must be a number from 1 to " + HIGHEST_LIMIT);
    }
    return number;
  }

  private static Optional<Cursor> after(@Nullable String after, Findings findings) {
    try {
      return Optional.ofNullable(after).map(Cursor::parse);
    } catch (IllegalArgumentException e) {
      findings.add("after", "must be the value of 'next' of the page before");
      return Optional.empty();
    }
  }
}
