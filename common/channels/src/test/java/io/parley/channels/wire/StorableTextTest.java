package io.parley.channels.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorableTextTest {

  @Test
  void nulIsLeftOutAndHalvesOfCharactersAreReplaced() {
    // When
    String storable = StorableText.of("a\0b\ud83dc\udce6d 📦");

    // Then
    assertThat(storable).isEqualTo("ab\ufffdc\ufffdd 📦");
  }

  @Property
  void everyTextSurvivesUtf8(@ForAll String text) {
    // When
    String storable = StorableText.of(text);

    // Then
    assertThat(new String(storable.getBytes(UTF_8), UTF_8))
        .isEqualTo(storable)
        .doesNotContain("\0");
  }

  @ParameterizedTest
  @CsvSource({"ab📦c, 2, ab", "ab📦c, 3, ab", "ab📦c, 4, ab📦", "ab, 9, ab", "ab, 0, ''"})
  void cutNeverLeavesHalfACharacter(String text, int length, String expected) {
    // Then
    assertThat(StorableText.cut(text, length)).isEqualTo(expected);
  }

  @Property
  void cutIsABeginningOfTheText(@ForAll String text, @ForAll @IntRange(max = 50) int length) {
    // When
    String cut = StorableText.cut(text, length);

    // Then
    assertThat(text).startsWith(cut);
    assertThat(cut.length()).isLessThanOrEqualTo(length);
  }
}
