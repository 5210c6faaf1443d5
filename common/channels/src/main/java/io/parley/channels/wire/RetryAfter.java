package io.parley.channels.wire;

import io.parley.channels.ProviderResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a provider asks us to wait, in its header {@code Retry-After} (RFC 9110 §10.2.3). */
public final class RetryAfter {

  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private RetryAfter() {}

  /** The wait, from nothing to a day; null when the answer asks for none or cannot be read. */
  public static @Nullable Duration of(ProviderResponse response) {
    Optional<String> header = response.header("Retry-After").map(String::strip);
    if (header.isEmpty()) {
      return null;
    }
    Duration wait =
        SECONDS.matcher(header.get()).matches()
            ? Duration.ofSeconds(Long.parseLong(header.get()))
            : untilDate(header.get(), response.header("Date").orElse(""));
    if (wait == null) {
      return null;
    }
    Duration atLeastNone = wait.isNegative() ? Duration.ZERO : wait;
    return atLeastNone.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : atLeastNone;
  }

  /** A date counts from the answer's own date, so that nobody's clock matters. */
  private static @Nullable Duration untilDate(String until, String answered) {
    try {
      return Duration.between(instant(answered), instant(until));
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  private static Instant instant(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
