package io.parley.simulator.infobip;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Infobip's dates: milliseconds and an offset without colon.
 *
 * @param offset such as {@code +01:00}
 */
record Dates(String offset) {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx");

  String of(Instant instant) {
    return FORM.format(instant.atOffset(ZoneOffset.of(offset)));
  }
}
