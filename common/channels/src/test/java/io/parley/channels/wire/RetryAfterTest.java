package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.ProviderResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  private static final String ANSWERED = "Fri, 20 Nov 2026 09:00:00 GMT";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PT0S",
        "30 | PT30S",
        "' 30 ' | PT30S",
        "86401 | PT24H",
        "999999999 | PT24H",
        "Fri, 20 Nov 2026 09:01:30 GMT | PT1M30S",
        "Fri, 20 Nov 2026 08:00:00 GMT | PT0S",
        "Sun, 22 Nov 2026 09:00:00 GMT | PT24H",
        "9999999999 | ",
        "-1 | ",
        "1.5 | ",
        "soon | ",
        "'' | "
      })
  void waitIsReadWithinADay(String header, @Nullable Duration expected) {
    // Given
    ProviderResponse response =
        new ProviderResponse(
            429, Map.of("Retry-After", List.of(header), "Date", List.of(ANSWERED)), new byte[0]);

    // When
    Duration wait = RetryAfter.of(response);

    // Then
    assertThat(wait).isEqualTo(expected);
  }

  @Test
  void dateWithoutTheAnswersOwnDateIsNone() {
    // Given
    ProviderResponse response =
        new ProviderResponse(429, Map.of("Retry-After", List.of(ANSWERED)), new byte[0]);

    // When
    Duration wait = RetryAfter.of(response);

    // Then
    assertThat(wait).isNull();
  }

  @Test
  void answerWithoutTheHeaderAsksForNoWait() {
    // When
    Duration wait = RetryAfter.of(new ProviderResponse(429, Map.of(), new byte[0]));

    // Then
    assertThat(wait).isNull();
  }
}
