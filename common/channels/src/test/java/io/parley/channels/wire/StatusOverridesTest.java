package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.MessagePart;
import io.parley.events.ReceiptStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusOverridesTest {

  @Test
  void codesAndStatusesAreRead() {
    // When
    var statuses = StatusOverrides.parse("1010=FAILED, 4=UNDELIVERED 4=SENT");

    // Then
    assertThat(statuses).isEqualTo(Map.of("1010", ReceiptStatus.FAILED, "4", ReceiptStatus.SENT));
    assertThat(StatusOverrides.parse("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'1010=FAILED, 4=SENT', true",
    "1010=FAILED, true",
    "1010=LOST, false",
    "FAILED, false",
    "'1010=FAILED,', false"
  })
  void patternAllowsNothingElse(String entered, boolean allowed) {
    // When
    boolean matches = entered.matches(StatusOverrides.PATTERN);

    // Then
    assertThat(matches).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 1, 2",
    "2, 2, 2, 2",
    "1, 1, 1, 1",
    "1, 0, 1, 2",
    "1, -1, 1, 2",
    "0, 3, 1, 3",
    "7, 3, 7, 7",
    "999999999, 999999999, 1000, 1000"
  })
  void statedNumberOfPartsIsBelievedAndANonsensicalOneIsTheSmallestOfSeveral(
      int number, int of, int part, int parts) {
    // When
    MessagePart read = ReportedPart.of(number, of);

    // Then
    assertThat(read).isEqualTo(new MessagePart(part, parts));
  }

  @Test
  void wordsAreComparedWholeAndWithoutCase() {
    // Given
    var words = WordList.parse("Stop, avslutt  stopp");

    // Then
    assertThat(words).containsExactlyInAnyOrder("STOP", "AVSLUTT", "STOPP");
    assertThat(WordList.isOne(" Avslutt\n", words)).isTrue();
    assertThat(WordList.isOne("avslutt nå", words)).isFalse();
  }
}
