package io.parley.routing.desk;

import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags. Pure. */
final class Versions {

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

  private Versions() {}

  static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }

  /** The version that a command is based on. */
  static long required(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new ProblemException(
          ProblemType.VERSION_REQUIRED, "Header If-Match is missing; send the ETag you last saw.");
    }
    Matcher matcher = TAG.matcher(ifMatch.strip());
    if (!matcher.matches()) {
      throw ProblemException.invalid(
          "If-Match", "must be one version in quotes, such as \"7\", as ETag gave it");
    }
    return Long.parseLong(matcher.group(1));
  }
}
