package io.parley.channels.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as providers write them: ISO 8601, with {@code T} or a blank, any number of
 * fractional digits, and an offset as {@code Z}, {@code +00:00}, {@code +0000} or {@code +00}, with
 * or without a blank before it.
 */
public final class ProviderTime {

  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .appendPattern("[ ][XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private ProviderTime() {}

  /** The instant; nothing if the text is none or has no offset. */
  public static @Nullable Instant parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text.strip(), FORM).toInstant();
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
