package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-03T09:12:45Z, 2026-03-03T09:12:45Z",
    "2026-03-03t09:12:45z, 2026-03-03T09:12:45Z",
    "2026-03-03T09:12Z, 2026-03-03T09:12:00Z",
    "2026-03-03T09:12:45.3Z, 2026-03-03T09:12:45.3Z",
    "2026-03-03T09:12:45.1234567Z, 2026-03-03T09:12:45.1234567Z",
    "2026-03-03T09:12:45.123456789Z, 2026-03-03T09:12:45.123456789Z",
    "2026-03-03T09:12:45.000+0000, 2026-03-03T09:12:45Z",
    "2026-03-03T10:12:45+01:00, 2026-03-03T09:12:45Z",
    "2026-03-03T10:12:45+01, 2026-03-03T09:12:45Z",
    "2026-03-03 04:12:45 -0500, 2026-03-03T09:12:45Z",
    "' 2026-03-03 09:12:45+0000 ', 2026-03-03T09:12:45Z"
  })
  void documentedFormsAreRead(String text, Instant expected) {
    // When
    Instant instant = ProviderTime.parse(text);

    // Then
    assertThat(instant).isEqualTo(expected);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-03-03",
        "2026-03-03T09:12:45",
        "2026-13-03T09:12:45Z",
        "2026-03-03T25:12:45Z",
        "1772529165"
      })
  void whatIsNoTimeIsNone(@Nullable String text) {
    // When
    Instant instant = ProviderTime.parse(text);

    // Then
    assertThat(instant).isNull();
  }

  @Property(tries = 2_000)
  void everyInstantIsReadBack(@ForAll Instant instant) {
    // When
    Instant read = ProviderTime.parse(instant.toString());

    // Then
    assertThat(read).isEqualTo(instant);
  }
}
