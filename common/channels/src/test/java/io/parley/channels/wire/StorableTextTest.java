package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorableTextTest {

  @Test
  void nulGoesAndHalvesOfPairsAreReplaced() {
    // When
    String clean = StorableText.of("a\0b\ud83dc\udc00 🙂\n");

    // Then
    assertThat(clean).isEqualTo("ab\ufffdc\ufffd 🙂\n");
  }

  @Property(tries = 2_000)
  void anythingCanBeWrittenAsUtf8Afterwards(@ForAll String text) {
    // When
    String clean = StorableText.of(text);

    // Then
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(clean)).isTrue();
    assertThat(StorableText.of(clean)).isEqualTo(clean).doesNotContain("\0");
  }

  @ParameterizedTest
  @CsvSource({"abc, 3, abc", "abc, 2, ab", "a🙂b, 2, a", "a🙂b, 3, a🙂", "abc, 0, ''"})
  void cutNeverEndsInHalfACharacter(String text, int length, String expected) {
    // When
    String cut = StorableText.cut(text, length);

    // Then
    assertThat(cut).isEqualTo(expected);
  }
}
