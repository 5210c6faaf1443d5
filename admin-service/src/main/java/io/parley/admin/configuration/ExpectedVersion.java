package io.parley.admin.configuration;

import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version that a caller has seen and wants to change, from {@code If-Match} (RFC 9110 §13.1.1).
 *
 * @param version absent for {@code *}, which takes any
 */
record ExpectedVersion(OptionalLong version) {

  private static final Pattern STRONG = Pattern.compile("\"([0-9]{1,18})\"");

  /**
   * Reads the header.
   *
   * @throws ProblemException if it is missing; a tag that this service never gave matches nothing
   */
  static ExpectedVersion parse(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new ProblemException(ProblemType.VERSION_REQUIRED, "The header If-Match is missing.");
    }
    String tag = ifMatch.strip();
    if (tag.equals("*")) {
      return new ExpectedVersion(OptionalLong.empty());
    }
    Matcher matcher = STRONG.matcher(tag);
    return new ExpectedVersion(
        OptionalLong.of(matcher.matches() ? Long.parseLong(matcher.group(1)) : -1));
  }

  /**
   * Makes sure that it is the present version.
   *
   * @throws ProblemException if it is not
   */
  void require(long present) {
    if (version.isPresent() && version.getAsLong() != present) {
      throw new ProblemException(
          ProblemType.PRECONDITION_FAILED, "The present version is \"" + present + "\".");
    }
  }
}
