package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsPartsTest {

  @ParameterizedTest
  @CsvSource({
    "'', 1, 1",
    "a, 160, 1",
    "a, 161, 2",
    "a, 306, 2",
    "a, 307, 3",
    "€, 80, 1",
    "€, 81, 2",
    "ш, 70, 1",
    "ш, 71, 2",
    "ш, 134, 2",
    "ш, 135, 3",
    "📦, 35, 1",
    "📦, 36, 2"
  })
  void partsAreCountedByAlphabetAndLength(String character, int times, int parts) {
    // Then
    assertThat(SmsParts.of(character.repeat(times))).isEqualTo(parts);
  }

  @Test
  void gsmAlphabetHas128PlacesAndTenMore() {
    // When
    long inAlphabet =
        IntStream.rangeClosed(0, 0xffff)
            .filter(c -> !Character.isSurrogate((char) c))
            .filter(c -> SmsParts.of(Character.toString(c).repeat(80)) == 1)
            .count();

    // Then: 128 places, of which one is the escape, and the ten of the extension
    assertThat(inAlphabet).isEqualTo(127 + 10);
  }
}
