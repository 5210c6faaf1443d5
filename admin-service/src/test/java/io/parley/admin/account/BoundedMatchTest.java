package io.parley.admin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.channels.AccountForm;
import io.parley.channels.ChannelProvider;
import io.parley.channels.ChannelProviders;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoundedMatchTest {

  private static final List<String> BEGINNINGS = List.of("", "https://", "a", "0", "[", "{");
  private static final List<String> MIDDLES =
      List.of(
          "a",
          "0",
          " ",
          ".",
          "-",
          "=",
          "+",
          "é",
          "\n",
          "\"",
          "a.",
          "a-",
          "/a",
          "a,",
          "a b",
          "a=1,",
          "200-299, ",
          "A_",
          "a:b ",
          "{a}");
  private static final List<String> ENDINGS = List.of("", "!", "\n", "\u0001");

  @ParameterizedTest
  @MethodSource("providers")
  void everyFieldOfEveryProviderDecidesTheLongestValuesAtOnce(ChannelProvider provider) {
    List<String> values = values();
    // The threads of the service have a small stack as well.
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (AccountForm.Field field : provider.accountForm().fields()) {
            for (String value : values) {
              long began = System.nanoTime();
              assertThatCode(() -> BoundedMatch.fits(field.pattern(), value))
                  .as(field.name())
                  .doesNotThrowAnyException();
              assertThat(Duration.ofNanos(System.nanoTime() - began))
                  .as(field.name())
                  .isLessThan(Duration.ofSeconds(2));
            }
          }
        });
  }

  @Test
  void patternThatBacktracksWithoutEndDoesNotFit() {
    // Given
    String value = "a".repeat(5_000) + "!";

    // When
    boolean fits =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> BoundedMatch.fits("([a-z]+)*", value));

    // Then
    assertThat(fits).isFalse();
  }

  @Test
  void longValuesThatFitDoSo() {
    assertThat(BoundedMatch.fits("(?s).{1,16384}", "{\n}".repeat(5_461))).isTrue();
    assertThat(BoundedMatch.fits("(?s).*", "x".repeat(16_384))).isTrue();
    assertThat(BoundedMatch.fits("(?s).*", "x".repeat(16_385))).isFalse();
  }

  static Stream<ChannelProvider> providers() {
    return ChannelProviders.installed().all().stream();
  }

  private static List<String> values() {
    return BEGINNINGS.stream()
        .flatMap(
            beginning ->
                MIDDLES.stream()
                    .flatMap(
                        middle -> ENDINGS.stream().map(end -> longest(beginning, middle, end))))
        .toList();
  }

  private static String longest(String beginning, String middle, String end) {
    String text = beginning + middle.repeat(BoundedMatch.LONGEST);
    return text.substring(0, BoundedMatch.LONGEST - end.length()) + end;
  }
}
